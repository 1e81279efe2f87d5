package org.campaignbot.app.serve;

import java.util.List;
import org.campaignbot.conversation.EffectHandler;

/** The effect handlers for organizers' actions at the alert desk. */
record DeskEffects(List<EffectHandler> handlers) {}
