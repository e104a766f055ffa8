"use strict";
// What a question is answered with. The page comes without: where no script runs it is read and printed, and what could
// be answered there would be lost.
(() => {
  const make = (tag, fields) => Object.assign(document.createElement(tag), fields);
  /** Puts a radio button or a box before the number of a statement or of a clause, whose words are what it is called. */
  const control = (element, name, fields) => {
    const number = element.querySelector("b");
    const input = make("input", { name, ...fields });
    element.id = `${name}-${input.value}`;
    input.setAttribute("aria-labelledby", element.id);
    const label = make("label");
    number.before(label);
    label.append(input, number);
    return input.value;
  };
  const place = (clause, name, id) => {
    clause.dataset.clause = id;
    clause.id = `${name}-${id}`;
  };
  document.querySelectorAll(".question").forEach((question, before) => {
    const name = `q${before + 1}`;
    // The number of a statement is the lowest of those it stands for: 2 of 2–5.
    question.querySelectorAll(".levels > li").forEach((statement) => {
      const level = control(statement, name, { type: "radio", value: parseInt(statement.firstElementChild.textContent, 10) });
      // A clause is known by its level and its place there.
      statement.querySelectorAll("li:not(.limit)").forEach((clause, which) => place(clause, name, `${level}.${which + 1}`));
    });
    question.querySelectorAll(".boxes > li").forEach((clause) => {
      place(clause, name, control(clause, name, { type: "checkbox", value: clause.firstElementChild.textContent }));
    });
  });
})();
