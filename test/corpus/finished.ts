import type { CorpusDocument } from './documents.ts';

/** How each repository marks that a document is implemented, final or accepted. */
const FINISHED: Readonly<Record<string, (document: CorpusDocument, all: readonly CorpusDocument[]) => boolean>> = {
  'ethereum/EIPs': ({ text }) => /^status: *(?:Final|Living)\b/m.test(text),
  'kubernetes/enhancements': ({ text }) =>
    /^status: *implemented/m.test(text) || /^- \[[xX]\] \(R\) Production readiness review approved/m.test(text),
  'PowerShell/PowerShell-RFC': ({ path }) => path.startsWith('Final/'),
  'rust-lang/rfcs': ({ path }) => path.startsWith('text/'),
  'reactjs/rfcs': ({ path }) => path.startsWith('text/'),
  'golang/proposal': () => true,
  'nervosnetwork/rfcs': ({ text }) => /^Status: *(?:Final|Active)\b/m.test(text),
  'adr/madr': ({ text }) => !/^status: *on hold/m.test(text),
  'Fission-AI/OpenSpec': ({ path }) => path.includes('/archive/') || path.includes('/specs/'),
  'microsoft/CommunityManagement-Sample-Spec-Kit': ({ path }, all) => {
    const folder = path.replace(/[^/]*$/, '');
    return all.some(
      (other) => other.path === `${folder}spec.md` && /^\W*Status\W*(?:Implemented|Complete)/m.test(other.text),
    );
  },
};

/** The documents that their repositories call implemented, final or accepted. */
export function finishedDocuments(all: readonly CorpusDocument[]): CorpusDocument[] {
  return all.filter((document) => FINISHED[document.repo]?.(document, all) ?? false);
}
