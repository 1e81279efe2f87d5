package campaignbot.conversation;

import campaignbot.flow.Deed;
import campaignbot.flow.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs what steps and answers do: facts change at once, and outside work is recorded as effects. */
final class Acting {

    private final Vocabulary vocabulary;
    private final FactBook facts;
    private final Course course;
    private final Stimulus stimulus;
    private final long turn;
    private final List<Effect> effects = new ArrayList<>();

    Acting(Vocabulary vocabulary, FactBook facts, Course course, Stimulus stimulus, long turn) {
        this.vocabulary = vocabulary;
        this.facts = facts;
        this.course = course;
        this.stimulus = stimulus;
        this.turn = turn;
    }

    void act(List<Deed> deeds) {
        for (Deed deed : deeds) {
            Map<String, String> arguments = new HashMap<>();
            Rendering rendering = new Rendering(facts.language());
            deed.arguments().forEach((name, words) -> arguments.put(name, rendering.line(words, facts)));
            switch (deed.verb()) {
                case Deed.SET ->
                    arguments.forEach((fact, text) -> facts.keep(fact, new Value.Text(text, rendering.ownWords())));
                case Deed.CLEAR -> arguments.keySet().forEach(facts::clear);
                default -> affect(deed.verb(), arguments, rendering.ownWords());
            }
        }
    }

    private void affect(String verb, Map<String, String> arguments, boolean ownWords) {
        if (verb.equals(Deed.FORGET)) {
            facts.forget();
            course.end();
        } else if (ownWords && !vocabulary.drafts().contains(verb)) {
            throw new IllegalStateException("the effect " + verb + " would carry the person's words");
        }
        boolean isHeardLater = verb.equals(Deed.REMIND) || vocabulary.told().containsKey(verb);
        if (isHeardLater && stimulus.isByPerson()) {
            // The event carries no platform locale, so remember the language of the conversation.
            facts.keepLanguage();
        }
        note(verb, arguments);
    }

    /** Records an effect that isn't written in the pack. */
    void note(String verb, Map<String, String> arguments) {
        effects.add(new Effect(turn, effects.size(), verb, stimulus.at(), arguments));
    }

    /** All effects so far, in order. */
    List<Effect> effects() {
        return effects;
    }
}
