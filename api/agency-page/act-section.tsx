import type { ReactNode } from 'react';
import { fieldId, formId, type ActForm } from './act-form.js';
import { Hidden, HiddenFields } from './hidden-fields.js';
import { isPicked } from './pickers.js';
import { QuestionField } from './question-field.js';
import type { TaskPage } from './page-model.js';
import { addressOf } from './visit.js';
import { useSay } from './words.js';

/** The answers that may be given: accept first, then the results, then the ways out. */
export function ActSection(page: TaskPage): ReactNode {
  const say = useSay();
  const of = (...acts: readonly string[]): readonly ActForm[] =>
    page.forms.filter(({ act }) => acts.includes(act));
  const [accept] = of('accept-task');
  const results = of('complete-task');
  const ways = of('decline-task', 'return-misdirected');
  return (
    <div className="stack">
      {accept !== undefined && <Accept page={page} form={accept} />}
      {results.length > 0 && (
        <section className="card stack" aria-labelledby="results">
          <h2 id="results">{say('link.complete')}</h2>
          <p>{say('link.complete-what')}</p>
          <Folded page={page} forms={results} />
        </section>
      )}
      {ways.length > 0 && (
        <section className="card stack" aria-labelledby="otherwise">
          <h2 id="otherwise">{say('link.otherwise')}</h2>
          <Folded page={page} forms={ways} />
        </section>
      )}
    </div>
  );
}

interface OneForm {
  readonly page: TaskPage;
  readonly form: ActForm;
}

/** One tap: nothing is asked, and what it means stands above the button. */
function Accept({ page, form }: OneForm): ReactNode {
  return (
    <section className="card stack" aria-labelledby="accept">
      <h2 id="accept">{form.title}</h2>
      <p>{form.plan.about}</p>
      <form method="post" action={`${addressOf(page.visit)}#problems`} id={formId(form)}>
        <HiddenFields page={page} form={form} />
        <button name="step" value="send">
          {form.plan.submit}
        </button>
      </form>
    </section>
  );
}

function Folded({ page, forms }: { readonly page: TaskPage; readonly forms: readonly ActForm[] }): ReactNode {
  return (
    <div>
      {forms.map((form) => (
        <details key={formId(form)} open={page.at !== undefined && formId(page.at) === formId(form)}>
          <summary>{form.title}</summary>
          <Questions page={page} form={form} />
        </details>
      ))}
    </div>
  );
}

function Questions({ page, form }: OneForm): ReactNode {
  const say = useSay();
  const { about, grave } = form.plan;
  return (
    <form method="post" action={`${addressOf(page.visit)}#problems`} id={formId(form)} className="stack">
      {about !== undefined && <p>{about}</p>}
      <HiddenFields page={page} form={form} />
      {Object.keys(form.problems).length > 0 && <Hidden entered={{ stay: 'judge' }} />}
      {form.questions.some(isPicked) && (
        // Enter presses the first button of a form: that must not be a search.
        <button name="step" value="check" className="hidden-words" tabIndex={-1} aria-hidden="true">
          {say('link.check')}
        </button>
      )}
      {form.questions.map((question) => (
        <QuestionField key={fieldId(form, question.id)} form={form} question={question} />
      ))}
      <div>
        <button name="step" value="check" className={grave === true ? 'grave' : undefined}>
          {say('link.check')}
        </button>
      </div>
    </form>
  );
}
