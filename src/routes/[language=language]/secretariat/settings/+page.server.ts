import type { Actions, PageServerLoad } from './$types';
import { settingsForm } from '#domains/pages/forms/settings.ts';
import { changeSettings, settingsToChange } from '#domains/pages/index.ts';
import { paths } from '#ui/paths.ts';
import { readForm } from '#ui/forms/read-form.ts';
import { answer, formOf, wrongFields } from '../../form-answers.ts';
import { found, ofSecretariat } from '../../signed-in.ts';

export const load: PageServerLoad = async (event) => ({
  settings: found(await settingsToChange(ofSecretariat(event))),
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = {
  default: async (event) => {
    const act = ofSecretariat(event);
    const form = await formOf(event.request);
    const read = readForm(form, settingsForm);
    if (!read.ok) return wrongFields(form, read.problems);
    return answer(event, form, await changeSettings(act, read.value), paths.siteSettings(act.language), {
      done: 'saved',
    });
  },
};
