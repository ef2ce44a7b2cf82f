import { multipart } from '../web/upload.ts';

/** A form that means no good, whatever its picture is; it carries a sound one. `expected`: as of a hostile picture. */
export interface HostileForm {
  readonly name: string;
  readonly body: Buffer;
  readonly contentType: string;
  readonly expected: 'clean' | readonly string[];
}

const unreadable = ['pictures_problem_form'];
const plain: [string, string][] = [
  ['base', '1'],
  ['act', 'add'],
];

/** Every such form, with this sound picture. */
export function hostileForms(bytes: Buffer): HostileForm[] {
  const file = { bytes };
  const whole = multipart(plain, file);
  const parts = (count: number): [string, string][] =>
    Array.from({ length: count }, (_, n): [string, string] => [`field-${n}`, 'x']);
  const form = (
    name: string,
    sent: { body: Buffer; contentType: string },
    expected: HostileForm['expected'],
  ): HostileForm => ({ name, ...sent, expected });
  const mark = whole.contentType.replace(/.*boundary=/, '');
  return [
    form('five thousand fields', multipart([...plain, ...parts(5000)], file), unreadable),
    form('eighty thousand fields', multipart([...plain, ...parts(80_000)], file), unreadable),
    form('a field called by a megabyte', multipart([['n'.repeat(1_000_000), 'x'], ...plain], file), [
      'either',
      ...unreadable,
    ]),
    form('a file called by a megabyte', multipart(plain, { bytes, fileName: 'f'.repeat(1_000_000) }), [
      'either',
      ...unreadable,
    ]),
    form('a field of five megabytes', multipart([...plain, ['pictureAlt', 'x'.repeat(5_000_000)]], file), [
      'either',
      'contribute_problem_text',
      ...unreadable,
    ]),
    form('no mark between its parts', { ...whole, contentType: 'multipart/form-data' }, unreadable),
    form('a mark of a thousand letters', multipart(plain, file, 'm'.repeat(1000)), unreadable),
    form(
      'another mark than it says',
      { ...whole, contentType: 'multipart/form-data; boundary=other' },
      unreadable,
    ),
    form(
      'cut short in the file',
      { ...whole, body: whole.body.subarray(0, whole.body.length / 2) },
      unreadable,
    ),
    form('nothing in it', { ...whole, body: Buffer.from('\r\n') }, unreadable),
    form(
      'fields as an address has them',
      { body: Buffer.from('base=1&act=add&picture=x'), contentType: 'application/x-www-form-urlencoded' },
      unreadable,
    ),
    form('plain text', { body: Buffer.from('base=1\r\nact=add'), contentType: 'text/plain' }, unreadable),
    form(
      'a form within the form',
      {
        ...whole,
        body: Buffer.from(
          whole.body
            .toString('latin1')
            .replace('Content-Type: image/jpeg', 'Content-Type: multipart/mixed; boundary=i'),
          'latin1',
        ),
      },
      'clean',
    ),
    form(
      'two files',
      {
        ...whole,
        body: Buffer.concat([
          multipart(plain, file, mark).body.subarray(0, -(mark.length + 6)),
          multipart(
            [],
            { bytes: Buffer.from('<script>'), fileName: 'b.html', contentType: 'text/html' },
            mark,
          ).body,
        ]),
      },
      ['pictures_problem_kind'],
    ),
  ];
}
