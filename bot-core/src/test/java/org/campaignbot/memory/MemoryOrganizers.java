package org.campaignbot.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.AuditEntry;
import org.campaignbot.organizers.AuditEntry.Act;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.Invitation;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.OrganizerRefusal;
import org.campaignbot.organizers.OrganizerRules;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.people.Person;
import org.campaignbot.people.PersonHash;

/** Organizers in this process's memory; they are lost when it ends. */
public final class MemoryOrganizers implements Organizers {

    private final PersonHash hash;
    private final List<Organizer> organizers = new ArrayList<>();
    private final Map<OneTimeCode, Invitation> invitations = new HashMap<>();
    private final Map<Try, Instant> tries = new HashMap<>();
    private final List<AuditEntry> trail = new ArrayList<>();

    private record Try(String mark, String update) {}

    /** No organizers yet; the hash identifies those who sign in. */
    public MemoryOrganizers(PersonHash hash) {
        this.hash = hash;
    }

    @Override
    public synchronized Optional<OrganizerRefusal> invite(OneTimeCode code, Grant grant, String by, Instant at) {
        Optional<OrganizerRefusal> refusal = OrganizerRules.invite(organizers, grant, by);
        if (refusal.isEmpty()) {
            invitations.put(code, new Invitation(grant, at.plus(OneTimeCode.LIFETIME), null));
            note(at, by, Act.INVITED, OrganizerRules.invited(organizers, grant));
        }
        return refusal;
    }

    @Override
    public synchronized Redemption redeem(OneTimeCode code, ConversationKey by, String update, Instant at) {
        Person person = by.person();
        Organizer.SignIn signIn = new Organizer.SignIn(person.channel(), hash.of(person));
        Invitation invitation = invitations.get(code);
        tries.values().removeIf(tried -> tried.isBefore(at.minus(Duration.ofHours(1))));
        long wrong = tries.keySet().stream()
                .filter(each ->
                        each.mark().equals(signIn.mark()) && !each.update().equals(update))
                .count();
        String newId = UUID.randomUUID().toString();
        Redemption redemption = OrganizerRules.redeem(organizers, invitation, signIn, (int) wrong, at, newId);
        if (redemption instanceof Redemption.Granted granted && invitation != null && invitation.usedBy() == null) {
            Organizer organizer = granted.organizer();
            organizers.removeIf(organizer::isSameAs);
            organizers.add(organizer);
            organizers.sort(java.util.Comparator.comparing(Organizer::since));
            invitations.put(code, new Invitation(invitation.grant(), invitation.until(), signIn.mark()));
            trail.add(new AuditEntry(
                    at, organizer.name(), granted.isNew() ? Act.JOINED : Act.SIGNED_IN, organizer.name()));
        } else if (redemption.equals(new Redemption.Refused(OrganizerRefusal.UNKNOWN_CODE))) {
            tries.putIfAbsent(new Try(signIn.mark(), update), at);
        }
        return redemption;
    }

    @Override
    public synchronized Optional<Grant> burn(OneTimeCode code, Instant at) {
        Invitation burned = invitations.computeIfPresent(
                code,
                (same, kept) ->
                        kept.usedBy() == null ? new Invitation(kept.grant(), kept.until(), Invitation.BURNT) : kept);
        return burned == null ? Optional.empty() : Optional.ofNullable(burned.burnedAt(at));
    }

    @Override
    public synchronized Optional<Organizer> of(Person person) {
        return OrganizerRules.signedIn(organizers, hash.of(person));
    }

    @Override
    public synchronized List<Organizer> all() {
        return List.copyOf(organizers);
    }

    @Override
    public synchronized Optional<OrganizerRefusal> rename(String id, String name, String by, Instant at) {
        Optional<OrganizerRefusal> refusal = OrganizerRules.rename(organizers, id, name, by);
        if (refusal.isEmpty()) {
            String author = OrganizerRules.author(organizers, by);
            organizers.replaceAll(each -> each.id().equals(id) ? each.called(name) : each);
            trail.add(new AuditEntry(at, author, Act.RENAMED, name));
        }
        return refusal;
    }

    @Override
    public synchronized Optional<OrganizerRefusal> remove(String id, String by, Instant at) {
        Optional<OrganizerRefusal> refusal = OrganizerRules.remove(organizers, id, by);
        if (refusal.isEmpty()) {
            note(at, by, Act.REMOVED, OrganizerRules.author(organizers, id));
            organizers.removeIf(each -> each.id().equals(id));
        }
        return refusal;
    }

    @Override
    public synchronized void enteredConsole(String id, Instant at) {
        OrganizerRules.find(organizers, id)
                .ifPresent(each -> trail.add(new AuditEntry(at, each.name(), Act.ENTERED_CONSOLE, each.name())));
    }

    @Override
    public synchronized List<AuditEntry> audit() {
        List<AuditEntry> latestFirst = new ArrayList<>(trail);
        java.util.Collections.reverse(latestFirst);
        return latestFirst;
    }

    private void note(Instant at, String by, Act act, String whom) {
        trail.add(new AuditEntry(at, OrganizerRules.author(organizers, by), act, whom));
    }
}
