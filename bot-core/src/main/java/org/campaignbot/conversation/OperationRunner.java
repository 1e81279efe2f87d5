package org.campaignbot.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignbot.flow.Operation;
import org.campaignbot.flow.Value;

/** Runs what steps and answers do: facts change at once, and outside work is recorded as effects. */
final class OperationRunner {

    private final PackVocabulary packVocabulary;
    private final FactBook facts;
    private final Navigation navigation;
    private final TurnInput turnInput;
    private final long turn;
    private final List<Effect> effects = new ArrayList<>();

    OperationRunner(
            PackVocabulary packVocabulary, FactBook facts, Navigation navigation, TurnInput turnInput, long turn) {
        this.packVocabulary = packVocabulary;
        this.facts = facts;
        this.navigation = navigation;
        this.turnInput = turnInput;
        this.turn = turn;
    }

    void act(List<Operation> deeds) {
        for (Operation operation : deeds) {
            Map<String, String> arguments = new HashMap<>();
            Rendering rendering = new Rendering(facts.language());
            operation.arguments().forEach((name, words) -> arguments.put(name, rendering.line(words, facts)));
            switch (operation.verb()) {
                case Operation.SET ->
                    arguments.forEach((fact, text) -> facts.keep(fact, new Value.Text(text, rendering.ownWords())));
                case Operation.CLEAR -> arguments.keySet().forEach(facts::clear);
                default -> affect(operation.verb(), arguments, rendering.ownWords());
            }
        }
    }

    private void affect(String verb, Map<String, String> arguments, boolean ownWords) {
        if (verb.equals(Operation.FORGET)) {
            facts.forget();
            navigation.end();
        } else if (ownWords && !packVocabulary.drafts().contains(verb)) {
            throw new IllegalStateException("the effect " + verb + " would carry the person's words");
        }
        boolean isHeardLater =
                verb.equals(Operation.REMIND) || packVocabulary.told().containsKey(verb);
        if (isHeardLater && turnInput.isByPerson()) {
            // The event carries no platform locale, so remember the language of the conversation.
            facts.keepLanguage();
        }
        note(verb, arguments);
    }

    /** Records an effect that isn't written in the pack. */
    void note(String verb, Map<String, String> arguments) {
        effects.add(new Effect(turn, effects.size(), verb, turnInput.at(), arguments));
    }

    /** All effects so far, in order. */
    List<Effect> effects() {
        return effects;
    }
}
