import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** remark, for text whose inline content is not read otherwise. The built program loads it when it first parses. */
export const parser = unified().use(remarkParse).use(remarkGfm).freeze();
