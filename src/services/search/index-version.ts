/**
 * The rules by which words become lexemes. Raise it with every change of them, and of what a room hands over: the next
 * start then indexes everything anew. The test beside notices a change of the rules.
 */
export const INDEX_VERSION = 5;
