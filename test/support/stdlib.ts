/** Stands in for Framework's builtins where a component is tested without a browser. */
export const FileAttachment = (name: string) => ({name, href: name});
export const resize = (render: (width: number) => Node) => render(640);
