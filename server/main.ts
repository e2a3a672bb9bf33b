import { commands } from './commands/index.ts';

const [name = 'help', ...args] = process.argv.slice(2);
const two = `${name} ${args[0] ?? ''}`;
const command = commands.find((one) => one.name === two) ?? commands.find((one) => one.name === name);

if (!command) {
	const width = Math.max(...commands.map((one) => one.name.length));
	console.log('vaora <command>\n');
	for (const one of commands) console.log(`  ${one.name.padEnd(width)}  ${one.summary}`);
	process.exitCode = name === 'help' ? 0 : 2;
} else {
	process.exitCode = await command.run(command.name === two ? args.slice(1) : args);
}
