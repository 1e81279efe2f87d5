package org.campaignbot.organizers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Repair;
import org.campaignbot.flow.Value;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.update.Origin;
import org.campaignbot.update.Update;
import org.campaignbot.update.UpdateFilter;
import org.jspecify.annotations.Nullable;

/**
 * Redeems one-time codes before the engine sees them, burns the ones that others could read, hushes blocked people, and handles
 * mute commands of organizers in their groups.
 *
 * <p>A code goes no further than this: the engine only gets the result. Blocks are reloaded every few seconds, so that another
 * process's changes take effect soon.
 */
public final class OrganizerFilter implements UpdateFilter {

    /** How old the snapshot of blocks may be. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String MUTE = "mute";
    private static final String UNMUTE = "unmute";

    private final Organizers organizers;
    private final Blocks blocks;
    private final CodeNews news;
    private final InstantSource clock;
    private volatile @Nullable Seen seen;

    private record Seen(Blocks.Hushed hushed, Instant at) {}

    /** A filter over these ports. */
    public OrganizerFilter(Organizers organizers, Blocks blocks, CodeNews news, InstantSource clock) {
        this.organizers = organizers;
        this.blocks = blocks;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Passage pass(Update update) {
        Person person = update.conversation().person();
        Instant now = clock.instant();
        boolean isHushed = hushed(now).hushes(person, update.conversation().address());
        String text = text(update.event());
        if (text.isEmpty()) {
            return new Passage(update.event(), isHushed);
        }
        Optional<OneTimeCode> code = OneTimeCode.typed(text);
        if (code.isPresent() && update.origin().group()) {
            // Others saw it, no matter who typed it.
            organizers.burn(code.get(), now).ifPresent(grant -> news.burned(code.get(), grant, update.conversation()));
            return new Passage(refused(OrganizerRefusal.IN_A_GROUP), isHushed);
        } else if (isHushed) {
            return new Passage(update.event(), true);
        } else if (code.isPresent()) {
            return new Passage(redeem(code.get(), update, now), false);
        }
        Optional<Organizer> organizer = mutes(update.origin(), text) ? organizers.of(person) : Optional.empty();
        if (organizer.isPresent() && organizer.get().role().covers(Role.ORGANIZER)) {
            return new Passage(mute(update, text, organizer.get(), now), false);
        }
        // A mistyped code isn't a code, but it doesn't belong in the conversation either.
        return new Passage(OneTimeCode.isMeant(text) ? refused(refusal(update)) : update.event(), false);
    }

    private static boolean mutes(Origin origin, String text) {
        return origin.group() && (text.equalsIgnoreCase(MUTE) || text.equalsIgnoreCase(UNMUTE));
    }

    /** Mutes or unmutes the person the organizer replies to; their own message identifies them, so no name is needed. */
    private Event mute(Update update, String text, Organizer organizer, Instant now) {
        Person whom = update.origin().repliesTo();
        Address group = update.conversation().address();
        String outcome = "whom";
        if (whom != null && text.equalsIgnoreCase(MUTE)) {
            blocks.mute(whom, group, organizer.name(), now);
            outcome = "muted";
        } else if (whom != null) {
            blocks.unmute(whom, group);
            outcome = "unmuted";
        }
        seen = null;
        return new Event.Answered(Repair.MUTED, Map.of(Repair.MUTED, new Value.Text(outcome)));
    }

    private static OrganizerRefusal refusal(Update update) {
        return update.origin().group() ? OrganizerRefusal.IN_A_GROUP : OrganizerRefusal.UNKNOWN_CODE;
    }

    private Event redeem(OneTimeCode code, Update update, Instant now) {
        String account = update.conversation().address().channel() + "/"
                + update.conversation().address().account();
        Redemption redemption = organizers.redeem(code, update.conversation(), account + "/" + update.id(), now);
        if (redemption instanceof Redemption.Granted granted) {
            Organizer organizer = granted.organizer();
            if (granted.isNew()) {
                news.joined(organizer);
            }
            return new Event.Redeemed(
                    granted.isNew() ? Event.Redeemed.JOINED : Event.Redeemed.SIGNED_IN,
                    organizer.role().word(),
                    organizer.name());
        }
        return refused(((Redemption.Refused) redemption).why());
    }

    private static Event refused(OrganizerRefusal why) {
        return new Event.Redeemed(why.word(), "", "");
    }

    private static String text(Event event) {
        if (event instanceof Event.Typed typed) {
            return typed.text();
        }
        return event instanceof Event.Edited edited ? edited.text() : "";
    }

    private Blocks.Hushed hushed(Instant now) {
        Seen known = seen;
        if (known == null || now.isBefore(known.at) || !now.isBefore(known.at.plus(FRESH))) {
            known = new Seen(blocks.present(), now);
            seen = known;
        }
        return known.hushed;
    }
}
