package org.campaignbot.app.serve;

import java.util.List;
import org.campaignbot.conversation.EffectHandler;

/** What carries out the acts of organizers at the alert desk. */
record DeskEffects(List<EffectHandler> handlers) {}
