import Type from 'typebox';

/** A list is no look at one person's matter: its purpose is whoever looks after them, and the person reads it as such. */
export const followUp = 'Theo dõi sức khoẻ trong vùng khoanh · Following up people in a cordon';

export const Group = Type.String({ minLength: 1, maxLength: 100, description: 'A tổ, a thôn, as people write it' });

export const Purpose = Type.String({ minLength: 5, maxLength: 500, description: 'Why; the person will read it' });

/** Somebody as their household or the tổ trưởng tells them. */
export const Member = Type.Object(
	{
		fullName: Type.String({ minLength: 2, maxLength: 200 }),
		birthYear: Type.Optional(Type.Integer({ minimum: 1880, maximum: 2200 })),
	},
	{ additionalProperties: false },
);
