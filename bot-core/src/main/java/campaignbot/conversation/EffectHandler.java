package campaignbot.conversation;

import java.util.function.BiConsumer;

/** Carries out the effects of one name; a feature registers one for each of its own. */
public interface EffectHandler {

    /** The name of the effects it carries out. */
    String name();

    /**
     * Carries out an effect. It may be called again with the same conversation and effect after a crash, and must then change
     * nothing more.
     */
    void apply(ConversationKey conversation, Effect effect);

    /**
     * A handler of the effects of a name.
     *
     * @param act carries one out; what {@link #apply} says of a repeat holds for it
     */
    static EffectHandler of(String name, BiConsumer<ConversationKey, Effect> act) {
        return new EffectHandler() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void apply(ConversationKey conversation, Effect effect) {
                act.accept(conversation, effect);
            }
        };
    }
}
