import { describe, expect, it } from 'vitest';
import type { PracticeText } from '../model.ts';
import { chooseText } from './choose-text.ts';

function text(over: Partial<PracticeText>): PracticeText {
  return {
    language: 'en',
    state: 'original',
    title: 'A title',
    teaser: 'A teaser',
    summary: null,
    challenge: null,
    whatWasDone: null,
    firstSteps: null,
    whatWentWrong: null,
    outcomes: null,
    outcomeEvidence: null,
    participants: null,
    effort: null,
    timeToFirstEvent: null,
    costNote: null,
    funding: null,
    ...over,
  };
}

describe('the language that a reader is given', () => {
  const original = text({ language: 'da', summary: 'Teksten' });
  const teaserOnly = text({ language: 'lv', state: 'machine', title: 'Virsraksts' });
  const whole = text({ language: 'fi', state: 'reviewed', summary: 'Koko teksti' });
  const texts = [teaserOnly, whole, original];

  it('is the reader’s own when there is a whole translation', () => {
    expect(chooseText(texts, 'fi')).toEqual({ head: whole, body: whole });
  });

  it('mixes a translated title with the original text when only the title is translated', () => {
    expect(chooseText(texts, 'lv')).toEqual({ head: teaserOnly, body: original });
  });

  it('is the original when there is nothing in the reader’s language', () => {
    expect(chooseText(texts, 'pl')).toEqual({ head: original, body: original });
  });
});
