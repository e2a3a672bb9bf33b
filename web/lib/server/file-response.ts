interface File {
	content: BodyInit;
	mediaType: string;
	fileName: string;
}

/** A file to be kept by whoever asked, and by nobody on the way. */
export const fileResponse = ({ content, mediaType, fileName }: File): Response =>
	new Response(content, {
		headers: {
			'content-type': mediaType,
			'content-disposition': `attachment; filename="${fileName}"`,
			'cache-control': 'no-store',
		},
	});
