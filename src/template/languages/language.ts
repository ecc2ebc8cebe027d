/** Sections that many templates have under many names: titles of one concept mean the same, also across languages. */
export type Concept =
  | 'abstract'
  | 'acceptance'
  | 'alternatives'
  | 'approach'
  | 'architecture'
  | 'assumptions'
  | 'author'
  | 'background'
  | 'compatibility'
  | 'conclusion'
  | 'consequences'
  | 'constraints'
  | 'context'
  | 'costs'
  | 'date'
  | 'decision'
  | 'dependencies'
  | 'deployment'
  | 'drawbacks'
  | 'examples'
  | 'faq'
  | 'future'
  | 'glossary'
  | 'goals'
  | 'history'
  | 'impact'
  | 'implementation'
  | 'installation'
  | 'interfaces'
  | 'introduction'
  | 'issues'
  | 'lessons'
  | 'licence'
  | 'maintenance'
  | 'metadata'
  | 'metrics'
  | 'migration'
  | 'monitoring'
  | 'motivation'
  | 'negative'
  | 'neutral'
  | 'nonGoals'
  | 'notes'
  | 'operations'
  | 'options'
  | 'overview'
  | 'performance'
  | 'plan'
  | 'positive'
  | 'priorArt'
  | 'problem'
  | 'questions'
  | 'rationale'
  | 'references'
  | 'requirements'
  | 'risks'
  | 'rollback'
  | 'scope'
  | 'security'
  | 'solution'
  | 'specification'
  | 'stakeholders'
  | 'status'
  | 'summary'
  | 'team'
  | 'testing'
  | 'timeline'
  | 'usage'
  | 'userStories';

/**
 * Words for what documents are about, by the idea in English ("risk"). A word that ends in `*` stands for all words
 * with that beginning. Words of one idea mean the same in titles and labels, also across languages; one word may stand
 * for several ideas.
 */
export type Terms = Readonly<Record<string, string>>;

/**
 * The words of one language in templates and specs; every rule takes its words from here. A list is one text whose
 * phrases are separated by semicolons. A phrase is the source of a regular expression, in lower case, in which a dot is
 * a dot, a blank any white space, and `…` a few words within one sentence; alternatives are in parentheses. A phrase
 * matches whole words only, as far as `wordEnds` allows.
 */
export interface Language {
  /** Its BCP 47 tag. */
  tag: string;
  /** Where words end at other characters: at both ends, at their start (particles follow), or nowhere. */
  wordEnds: 'both' | 'start' | 'none';
  /** Marks that something may be left out, on their own: in brackets, before punctuation, or after a dash. */
  optional: string;
  /** Marks that something must not be left out. */
  required: string;
  /** Conditions that close a short text about one value ("the issue it fixes, if any"). */
  ifAny: string;
  /** Phrases that leave a value for later ("will contain links"). */
  forLater: string;
  /** Phrases within a text by which something may be left out or left empty, or that tell when it is required. */
  mayBeLeftOut: string;
  /** Labels for other documents that this one replaces, or that replace it: most have none. */
  succession?: string;
  /** Numerals that count things at the end of their name, in scripts without blanks ("标准一"). */
  numerals?: string;
  /** Words that end in such a numeral and count nothing. */
  endsInNumeral?: string;
  /** Words in a comment above the first of several keys that make it apply to all of them. */
  several?: string;
  /** Beginnings of words in parentheses after a title that tell when the section is required ("include if …"). */
  titleMarks?: string;
  /** Beginnings of words for a section that is filled in only later ("fill in once released"). */
  filledLater?: string;
  /** Marks in brackets that name the only things that a part applies to ("libraries only"). */
  onlyFor?: string;
  /** Beginnings of words in brackets after a heading that tell when its section is required ("for libraries"). */
  headingMarks?: string;
  /** Beginnings of sentences that ask for something only in one case ("If the API changes, …"). */
  condition: string;
  /** Beginnings of sentences that tell in which case something is required, whatever follows ("Needed when …"). */
  requiredIf?: string;
  /** Beginnings of marks in brackets that tell when something is required ("(when the API changes)"). */
  conditionMark?: string;
  /** Labels whose value tells when a section is required ("When to include: …"). */
  includeWhen?: string;
  /** Words for several sections at once, in a sentence about which of them to leave out. */
  subsections?: string;
  /** Marks in a heading whose name may be changed ("adapt the names"). */
  adaptable?: string;
  /** Beginnings of sentences that deny a thing ("No data models."). */
  noneOf?: string;
  /** Phrases in notices to the document's readers (where to comment, that it may change), which stay in a spec. */
  notices?: string;
  /** Phrases for a value that the author must not fill in, because somebody else does. */
  notYours: string;
  /** Phrases for what others than the author fill in ("maintained by the reviewers"). */
  byOthers?: string;
  /** "Not applicable", as authors write it. */
  notApplicable: string;
  /** "None", as a template's value. */
  none: string;
  /** "See above", as written by authors who have answered elsewhere. */
  seeElsewhere: string;
  /** What authors write instead of a later answer, alone or with a few words after it ("TBD by the team"). */
  pending: string;
  /** The same, only if alone: before other words it means something else ("in progress"). */
  pendingAlone: string;
  /** Words at the beginning of an instruction or a question. */
  instructs: string;
  /** Words anywhere in a text that is addressed to the author. */
  addresses: string;
  /** Words before a note to the author ("Note: …"). */
  note: string;
  /** The same at the end of a name ("Boundary note"), in languages that put them last. */
  noteLast?: string;
  /** Words between such a word and the note's subject ("Note on references: …"). */
  noteLinks?: string;
  /** Bold lines with which templates structure their guidance ("Contents", "Motivation", "Form"). */
  guidanceHeads: string;
  /** Limits of length: a number and its unit. */
  lengths?: string;
  /** Words that make a length a limit. */
  lengthBounds?: string;
  /** Beginnings of sentences that ask to keep a text short. */
  keeps?: string;
  /** Words for short, in such a sentence. */
  shortWords?: string;
  /** Beginnings of texts that are word for word in every document of their kind. */
  fixedStarts?: string;
  /** Beginnings of texts about the zone, unit or form of the document's values ("All times UTC"). */
  conventions?: string;
  /** Phrases anywhere in such a text. */
  fixedText?: string;
  /** Titles of sections on the use of the template. */
  usesTemplate?: string;
  /** Phrases about the template itself and how to use it. */
  aboutTemplate?: string;
  /** Phrases about a document's title, number and metadata, in a template's text below its title. */
  aboutHeader?: string;
  /** Beginnings of sentences about changing the template's own parts. */
  editsTemplate?: string;
  /** The words before a note that may also be for the document's readers. */
  readerNotes?: string;
  /** The first words of a request for a list; in languages with the verb last, at any place in it. */
  enumerates?: string;
  /** Words before the number of a table or a picture in its caption. */
  captions?: string;
  /** Beginnings of texts that are examples ("e.g."). */
  forExample?: string;
  /** Single words that announce an example. */
  exampleWords?: string;
  /** Single words for the form of a text ("list", "paragraph"). */
  forms?: string;
  /** Single words that make a text with such a word a statement rather than the name of a form. */
  verbs?: string;
  /** Phrases that ask to choose one of the things below. */
  picksOne?: string;
  /** The content of a code block, as instructions name it. */
  code?: string;
  /** Names by which headings count the ways of one procedure ("Path A", "Path B"). */
  ways?: string;
  /** Names in code that stand for other names ("nombre_servicio"), in lower case. */
  stubNames?: string;
  /** Words that ask to paste something into a code block. */
  pastes?: string;
  /** Words for a title, in languages that put them last or into one word ("incident title", "Kurztitel"). */
  titleLast?: string;
  /** The same in languages that put them first ("título del incidente"). */
  titleFirst?: string;
  /** Words that may be before those ("short title"). */
  titleQualifiers?: string;
  /** Words that may follow those ("title of the decision"). */
  titleLinks?: string;
  /** Words for a template at the beginning or end of a title. */
  templateWords?: string;
  /** Words before options in a comment ("one of"). */
  choiceLeads?: string;
  /** Words before the last of several options. */
  or?: string;
  /** Beginnings of texts in parentheses that are to be filled in ("(describe …"). */
  fillIn?: string;
  /** Words after which a slash does not separate options ("issue / PR URL"). */
  given?: string;
  /** Words that, alone and in capitals, stand for a value with that name. */
  fieldNames?: string;
  /** Words that stand for different things at different places ("name", "date"), so that they are not variables. */
  placeholderNames?: string;
  /** People whom templates use as examples. */
  examplePeople?: string;
  /** Handles after an `@` that stand for anybody's. */
  exampleHandles?: string;
  /** Ends of requests, as sources of regular expressions for the end of a text, in languages that put the verb last. */
  requestEnds?: string;
  /** Phrases of a template that are not a question to the author. */
  asides?: string;
  /** Abbreviations whose dot does not end a sentence, without the dot. */
  abbreviations?: string;
  /** Phrases of a document that only refers to another one. */
  pointers?: string;
  /** States of a new document. */
  firstStates: string;
  /** Later states of a document. */
  otherStates?: string;
  /** Marks of a document that is confidential. */
  confidential?: string;
  /** Labels whose value explains signs in the document. */
  legends?: string;
  /** The labels whose value is the version of the document. */
  versionLabels?: string;
  /** The labels whose value is the state of the document, such as "Status". */
  stateLabels: string;
  /** Heads of table columns with the names and the values of fields. */
  nameColumns: string;
  valueColumns: string;
  /** Words for a title ("title"; "name of the feature" begins with one). */
  titleWords: string;
  /** Titles at the beginning of a pull request or issue, besides those of the concepts for what comes first. */
  openingSections: string;
  /** Titles below which a template only lists possible other sections. */
  otherSections: string;
  /** Titles below which a template shows an example of a section. */
  exampleSections: string;
  /** Titles by concept. */
  titles: Readonly<Partial<Record<Concept, string>>>;
  /** Words for what documents are about. */
  terms: Terms;
  /** Words in a title without a meaning of their own. */
  emptyWords: string;
}

/** The lists of phrases. */
export type PhraseList = Exclude<keyof Language, 'tag' | 'wordEnds' | 'titles' | 'terms'>;
