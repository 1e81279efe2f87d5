package campaignbot.app.serve;

import campaignbot.conversation.EffectHandler;
import java.util.List;

/** What carries out the acts of organizers at the alert desk. */
record DeskEffects(List<EffectHandler> handlers) {}
