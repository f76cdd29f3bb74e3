import {dateOf} from "../../lib/days.js";
import {html} from "npm:htl";
import type {Repeats} from "../../lib/experiments/byUser.js";
import type {UserRole} from "../../lib/experiments/userColumns.js";
import {userRoles} from "../../lib/experiments/userColumns.js";
import type {UserAnswers, UserQuestion} from "../../lib/experiments/userLayout.js";
import {formatDay, formatDecimal} from "../../lib/format.js";
import type {DayOrder} from "../../lib/reading/dayField.js";
import {dayOf, dayParts} from "../../lib/reading/dayField.js";
import type {FileDescription} from "../../workers/read.worker.js";

const roleTexts: Record<UserRole, string> = {
  arm: "Arm",
  outcome: "Outcome",
  user: "User",
  before: "Value from before",
  date: "Date",
  denominator: "Denominator"
};

const repeatTexts: Record<Repeats, string> = {
  sum: "added up",
  ever: "converted at least once",
  rows: "each as a user of its own (p too small)"
};

interface Option<T> {
  text: string;
  value: T;
}

/** A labelled choice; with nothing chosen yet it asks to. */
function chooser<T>(
  name: string,
  label: string,
  options: readonly Option<T>[],
  chosen: T | undefined,
  choose: (value: T) => void
): HTMLElement {
  const at = options.findIndex(({value}) => value === chosen);
  const select = html`<select name=${name}>
    ${at < 0 ? html`<option value="" selected disabled>choose …</option>` : null}
    ${options.map(({text}, i) => html`<option value=${i} selected=${i === at}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  select.addEventListener("input", (event) => event.stopPropagation());
  select.addEventListener("change", (event) => {
    event.stopPropagation();
    choose(options[Number(select.value)].value);
  });
  return html`<label class="users-choice"><span>${label}</span> ${select}</label>`;
}

/** Choices of how a table of users is to be read: what it leaves open first, then its columns, control and repeats. */
export function usersChoices(
  {header, places, asked, arms, repeated}: FileDescription,
  answers: UserAnswers,
  answer: (answers: UserAnswers) => void
): HTMLElement {
  const column = (role: UserRole, options: readonly number[], optional: boolean) =>
    chooser<number | null>(
      `column-${role}`,
      roleTexts[role],
      [
        ...options.map((value) => ({text: header[value] || `column ${value + 1}`, value})),
        ...(optional ? [{text: "none", value: null}] : [])
      ],
      places[role] ?? (optional ? null : undefined),
      (place) => answer({...answers, columns: {...answers.columns, [role]: place}})
    );
  const question = (open: UserQuestion): HTMLElement => {
    if (open.about === "column")
      return chooser<number | null>(
        `column-${open.role}`,
        roleTexts[open.role],
        [
          ...open.options.map((value) => ({text: header[value] || `column ${value + 1}`, value})),
          ...(needed(open.role) ? [] : [{text: "none", value: null}])
        ],
        undefined,
        (place) => answer({...answers, columns: {...answers.columns, [open.role]: place}})
      );
    if (open.about === "number")
      return chooser(
        `decimal-${open.role}`,
        `“${open.field.slice(0, 40)}” in “${header[places[open.role] ?? -1]}” is`,
        [
          {text: formatDecimal(open.thousands), value: open.ifThousands},
          {text: formatDecimal(open.decimals), value: open.ifDecimals}
        ],
        answers.decimals?.[open.role],
        (decimal) => answer({...answers, decimals: {...answers.decimals, [open.role]: decimal}})
      );
    return chooser<DayOrder>(
      "days",
      `“${open.field.slice(0, 40)}” is`,
      (["day-month-year", "month-day-year"] as const).map((value) => ({
        text: dayText(open.field, value),
        value
      })),
      answers.days,
      (days) => answer({...answers, days})
    );
  };
  const openRoles = asked.flatMap((open) => (open.about === "column" ? [open.role] : []));
  const every = header.map((_, place) => place);
  return html`<div class="users-choices">
    ${asked.map(question)}
    <details class="lab-more">
      <summary>Columns${arms.length ? ", control" : ""}${repeated ? ", repeated users" : ""}</summary>
      <div class="users-choices">
        ${userRoles.filter((role) => !openRoles.includes(role)).map((role) => column(role, every, !needed(role)))}
        ${
          arms.length
            ? chooser(
                "control",
                "Control",
                arms.map((value) => ({text: value, value})),
                arms[0],
                (control) => answer({...answers, control})
              )
            : null
        }
        ${
          repeated
            ? chooser<Repeats>(
                "repeats",
                "Rows of one user",
                (["sum", ...(repeated.conversions ? (["ever"] as const) : []), "rows"] as const).map(
                  (value) => ({
                    text: repeatTexts[value],
                    value
                  })
                ),
                answers.repeats ?? "sum",
                (repeats) => answer({...answers, repeats})
              )
            : null
        }
      </div>
    </details>
  </div>`;
}

const needed = (role: UserRole): boolean => role === "arm" || role === "outcome";

const dayText = (field: string, order: DayOrder): string => formatDay(dateOf(dayOf(dayParts(field), order)));
