package org.campaignbot.conversation;

import java.util.function.BiConsumer;

/** Carries out all effects with one name; each feature registers one handler per effect. */
public interface EffectHandler {

    /** The name of the effects it carries out. */
    String name();

    /**
     * Carries out an effect. It must be idempotent: after a crash it may be called again with the same conversation and effect,
     * and then must change nothing more.
     */
    void apply(ConversationKey conversation, Effect effect);

    /**
     * A handler for the effects with a name.
     *
     * @param act carries one out; it must be idempotent like {@link #apply}
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
