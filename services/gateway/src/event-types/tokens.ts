export const CATALOGUE = Symbol('Catalogue');
export const DESCRIPTION_SOURCES = Symbol('DescriptionSources');
export const TOPIC_PREFIX = Symbol('TopicPrefix');
