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
 * Words for what documents speak about, by the idea in English ("risk"). A word that ends in `*` stands for all words
 * that begin so. Words of one idea mean the same in titles and labels, also across languages; one word may stand for
 * several ideas.
 */
export type Terms = Readonly<Record<string, string>>;

/**
 * The words of one language by which templates and authors are understood; every rule takes its words from here. A
 * list is one text, its phrases parted by semicolons; a phrase is the source of a regular expression, in lower case, in which a dot is a dot, a blank any white space, and `…`
 * a few words within one sentence; alternatives are in parentheses. A phrase matches whole words only, as far as
 * `wordEnds` goes.
 */
export interface Language {
  /** Its BCP 47 tag. */
  tag: string;
  /** Where words are recognised by what is beside them: at both ends, at their start (particles follow), or nowhere. */
  wordEnds: 'both' | 'start' | 'none';
  /** Marks that a thing may be left out, on their own: in brackets, before punctuation, or behind a dash. */
  optional: string;
  /** Marks that a thing must not be left out. */
  required: string;
  /** Conditions that close a short text about one value ("the issue it fixes, if any"). */
  ifAny: string;
  /** Phrases that say of a value that it is for later ("will contain links"). */
  forLater: string;
  /** Phrases that say within a text that something may be left out or left empty, or when it is required at all. */
  mayBeLeftOut: string;
  /** Labels for other documents that this one replaces, or that replace it: most have none. */
  succession?: string;
  /** Numerals that count things at the end of their name, in scripts without blanks ("标准一"). */
  numerals?: string;
  /** Words that end in such a numeral and count nothing. */
  endsInNumeral?: string;
  /** Words by which a comment above the first of several keys is about all of them. */
  several?: string;
  /** How words in parentheses behind a title begin that say when the section is required ("include if …"). */
  titleMarks?: string;
  /** How words begin that say that a section is filled in only later ("fill in once released"). */
  filledLater?: string;
  /** Marks in brackets that name the only things a part is for ("libraries only"). */
  onlyFor?: string;
  /** How words in brackets at the end of a heading begin that say when its section is required ("for libraries"). */
  headingMarks?: string;
  /** How a sentence begins that asks for something only in one case ("If the API changes, …"). */
  condition: string;
  /** How a sentence begins that says in which case a thing is required, whatever it goes on to ask ("Needed when …"). */
  requiredIf?: string;
  /** How a mark in brackets begins that says when a thing is required ("(when the API changes)"). */
  conditionMark?: string;
  /** Labels whose value says when a section is required ("When to include: …"). */
  includeWhen?: string;
  /** Words for several sections at once, in a sentence on which of them to leave out. */
  subsections?: string;
  /** Marks in a heading that its name is only one that may be used ("adapt the names"). */
  adaptable?: string;
  /** How a sentence begins that says that there is nothing of a kind ("No data models."). */
  noneOf?: string;
  /** Phrases of notices to the document's readers (where to comment, that it may change), which stay in a spec. */
  notices?: string;
  /** Phrases that say that the author leaves a value alone: it is somebody else's to fill in. */
  notYours: string;
  /** "Not applicable", as an author says it. */
  notApplicable: string;
  /** "None", as a template gives it for a value. */
  none: string;
  /** "See above", as an author says it who has answered elsewhere. */
  seeElsewhere: string;
  /** What an author writes in place of an answer that is to come, with a few words behind it or none ("TBD by the team"). */
  pending: string;
  /** The same where it is alone: before other words it means something else ("in progress"). */
  pendingAlone: string;
  /** The words with which an instruction or a question begins. */
  instructs: string;
  /** Words anywhere in a text that show that it speaks to the author. */
  addresses: string;
  /** The words that head a note to the author ("Note: …"). */
  note: string;
  /** Such words where they end a name ("Boundary note"), in languages that put them last. */
  noteLast?: string;
  /** What leads from such a word to what the note is about ("Note on references: …"). */
  noteLinks?: string;
  /** The bold lines by which templates order their own guidance ("Contents", "Motivation", "Form"). */
  guidanceHeads: string;
  /** How long a text may become: a number and its unit. */
  lengths?: string;
  /** Words that say that a length is a bound. */
  lengthBounds?: string;
  /** How a sentence begins that asks to keep a text short. */
  keeps?: string;
  /** Words for short, in such a sentence. */
  shortWords?: string;
  /** How a text begins that every document of its kind carries word for word. */
  fixedStarts?: string;
  /** How a text begins that says in which zone, unit or form the document gives its values ("All times UTC"). */
  conventions?: string;
  /** Phrases that are anywhere in such a text. */
  fixedText?: string;
  /** Phrases about the template itself and how to use it. */
  aboutTemplate?: string;
  /** How a sentence begins that says how to change the template's own parts. */
  editsTemplate?: string;
  /** Of the words that head a note, those whose notes may be for the readers of the document. */
  readerNotes?: string;
  /** Single words that announce an example. */
  exampleWords?: string;
  /** Single words for the form of a text ("list", "paragraph"). */
  forms?: string;
  /** Single words by which a text with such a word states something rather than naming the form. */
  verbs?: string;
  /** Phrases that ask to choose one of what is below. */
  picksOne?: string;
  /** What is in a code block, as instructions name it. */
  code?: string;
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
  /** The word for a template, where a title ends or begins with it. */
  templateWords?: string;
  /** What may lead to options in a comment ("one of"). */
  choiceLeads?: string;
  /** What is before the last of several options. */
  or?: string;
  /** How a text in parentheses begins that is a place to fill in ("(describe …"). */
  fillIn?: string;
  /** Words for what may be given, by which a slash tells no options ("issue / PR URL"). */
  given?: string;
  /** Words that, alone and in capitals, stand for a value of that name. */
  fieldNames?: string;
  /** Words that stand for another thing at each place ("name", "date"), so that they are no name used throughout. */
  placeholderNames?: string;
  /** People that templates have for an example. */
  examplePeople?: string;
  /** How requests end, as sources of regular expressions for the end of a text, in languages that put the verb last. */
  requestEnds?: string;
  /** Phrases of a template that are no question to the author. */
  asides?: string;
  /** Abbreviations whose dot ends no sentence, without it. */
  abbreviations?: string;
  /** Phrases by which a document only says where another one is. */
  pointers?: string;
  /** The states in which a document starts. */
  firstStates: string;
  /** The states in which a document may be later. */
  otherStates?: string;
  /** Marks that a document is not for everybody. */
  confidential?: string;
  /** The labels whose value tells what signs in the document mean. */
  legends?: string;
  /** The labels whose value is the version of the document. */
  versionLabels?: string;
  /** The labels whose value is the state of the document, such as "Status". */
  stateLabels: string;
  /** The heads of a table's columns that hold the names and the values of fields. */
  nameColumns: string;
  valueColumns: string;
  /** Words that stand for a title ("title", "name of the feature" begins so). */
  titleWords: string;
  /** Titles with which a pull request or an issue begins, beyond those of the concepts for what is said first. */
  openingSections: string;
  /** Titles under which a template only says which other sections there may be. */
  otherSections: string;
  /** Titles under which a template shows what a section may look like. */
  exampleSections: string;
  /** Titles that mean the same. */
  titles: Readonly<Partial<Record<Concept, string>>>;
  /** Its words for what documents speak about. */
  terms: Terms;
  /** Words that tell nothing in a title. */
  emptyWords: string;
}
