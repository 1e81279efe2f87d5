package campaignbot.conversation;

/** Carries out the effects of one name; a feature registers one for each of its own. */
public interface EffectHandler {

    /** The name of the effects it carries out. */
    String name();

    /**
     * Carries out an effect. It may be called again with the same conversation and effect after a crash, and must then change
     * nothing more.
     */
    void apply(ConversationKey conversation, Effect effect);
}
