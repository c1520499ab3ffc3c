/** What findings about the people and the group whom no scenario touches are told of: they are made at the start of each run. */
export const BYSTANDERS = 'bystanders';
