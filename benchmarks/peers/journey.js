"use strict";

// The journey that the peers of the load run serve: the steps of the campaign bot's, with words of about the same length. What they know
// of a person is in memory, and is lost when they end.

const script =
  "Hi, I'm ___, a constituent from ___. I'm asking Senator %s to vote no on any budget that funds mass detention and deportation. " +
  "Please put that money into housing, health care and schools. This matters to me because ___. I don't need a response. Thanks!";

const senators = [
  { name: "Gillibrand", number: "202-224-4451" },
  { name: "Schumer", number: "202-224-6542" },
];

const keyboard = (labels) => ({ inline_keyboard: labels.map((label) => [{ text: label, callback_data: label }]) });

const menu = {
  text:
    "Hi! I'm a volunteer-run bot. I'm unofficial.\n\nWant to call your senators? What's your ZIP code? " +
    "(Your state works, too.) I use it once and only remember your state, for 24 hours.",
  buttons: keyboard(["Call my senators", "Learn more", "See all I can do", "En español"]),
};

const learn = {
  text: "What do you want to know more about?",
  buttons: keyboard(["Detention", "The 2025 bill", "What a call does", "Main menu"]),
};

const zip = {
  text: "What's your ZIP code? (Your state works, too.)\n\nI use it once and don't save it.",
  buttons: keyboard(["Why do you ask?", "Main menu"]),
};

function card(number) {
  const senator = senators[number];
  return {
    text:
      `Sen. ${senator.name} (NY) · ${number + 1} of 2\n${senator.number}\n\n"${script.replace("%s", senator.name)}"\n\n` +
      "Voicemail? Add your ZIP so it counts.\n\nThe 2025 bill is law; this is about the next votes.\n\nHow did it go?",
    buttons: keyboard(["Talked to someone", "Left a voicemail", "Couldn't connect", "More help"]),
  };
}

/** What to say to typed words; changes the session. */
function typed(session, words) {
  if (/^\d{5}$/.test(words)) {
    session.place = words;
    session.card = 0;
    return card(0);
  }
  session.place = undefined;
  return menu;
}

/** What to say to a press; changes the session. */
function pressed(session, label) {
  switch (label) {
    case "Learn more":
      return learn;
    case "Call my senators":
      return zip;
    case "Left a voicemail":
      session.outcomes = (session.outcomes || 0) + 1;
      session.card = 1;
      return card(1);
    default:
      return menu;
  }
}

module.exports = { typed, pressed };
