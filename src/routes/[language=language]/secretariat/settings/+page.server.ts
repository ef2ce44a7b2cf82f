import type { Actions, PageServerLoad } from './$types';
import { settingsForm } from '#domains/pages/forms/settings.ts';
import { changeSettings, settingsToChange } from '#domains/pages/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/people/read-form.ts';
import { again, answer } from '../../answer-form.ts';
import { formOf } from '../../form-answers.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => ({
  settings: found(await settingsToChange(ofSecretariat(event))),
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = {
  default: async (event) => {
    const act = ofSecretariat(event);
    const read = readForm(await formOf(event.request), settingsForm);
    if (!read.ok) return again(read.problems, read.typed);
    return answer(await changeSettings(act, read.value), paths.siteSettings(act.language), { done: 'saved' });
  },
};
