import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Language } from './language.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import { zh } from './zh.ts';

/** The supported languages. To add one, add its file and its line here. */
export const LANGUAGES: readonly Language[] = [en, de, es, fr, pt, ja, zh, ko, uk, ru];
