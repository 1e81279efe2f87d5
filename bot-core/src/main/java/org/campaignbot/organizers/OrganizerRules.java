package org.campaignbot.organizers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for roles, as pure functions of the present organizers. */
public final class OrganizerRules {

    private static final int LONGEST_NAME = 60;

    private OrganizerRules() {}

    /**
     * Why a code may not be made, or empty if it may. The operator may make any code, an admin one for an organizer or a viewer,
     * and anyone with a role one for another sign-in of their own.
     *
     * @param by the id of an organizer, or {@link Organizers#OPERATOR}
     */
    public static Optional<OrganizerRefusal> invite(List<Organizer> present, Grant grant, String by) {
        boolean isTrusted = by.equals(Organizers.OPERATOR);
        Role role = find(present, by).map(Organizer::role).orElse(null);
        if (grant instanceof Grant.SignIn signIn) {
            if (find(present, signIn.organizer()).isEmpty()) {
                return Optional.of(OrganizerRefusal.NOBODY);
            }
            return isTrusted || by.equals(signIn.organizer())
                    ? Optional.empty()
                    : Optional.of(OrganizerRefusal.NOT_ALLOWED);
        } else if (grant instanceof Grant.FirstAdmin first) {
            if (!isTrusted) {
                return Optional.of(OrganizerRefusal.NOT_ALLOWED);
            }
            return hasAdmin(present) ? Optional.of(OrganizerRefusal.ADMIN_THERE) : name(present, first.name());
        }
        Grant.Invited invited = (Grant.Invited) grant;
        if (!isTrusted && (role != Role.ADMIN || invited.role() == Role.ADMIN)) {
            return Optional.of(OrganizerRefusal.NOT_ALLOWED);
        }
        return name(present, invited.name());
    }

    /**
     * The result of redeeming a code.
     *
     * @param invitation what the code gives, or null if it is unknown
     * @param person who typed it
     * @param wrongTries how many wrong codes the person typed in the last hour
     * @param newId the id for a new record
     */
    public static Redemption redeem(
            List<Organizer> present,
            @Nullable Invitation invitation,
            Organizer.SignIn person,
            int wrongTries,
            Instant at,
            String newId) {
        Optional<Organizer> known = signedIn(present, person.mark());
        if (invitation != null && person.mark().equals(invitation.usedBy()) && known.isPresent()) {
            return new Redemption.Granted(known.get(), !(invitation.grant() instanceof Grant.SignIn));
        } else if (wrongTries >= OneTimeCode.TRIES_AN_HOUR) {
            return new Redemption.Refused(OrganizerRefusal.TOO_MANY_TRIES);
        } else if (invitation == null || invitation.usedBy() != null || !at.isBefore(invitation.until())) {
            return new Redemption.Refused(OrganizerRefusal.UNKNOWN_CODE);
        } else if (known.isPresent()) {
            return new Redemption.Refused(OrganizerRefusal.HAS_ROLE);
        } else if (invitation.grant() instanceof Grant.SignIn signIn) {
            return find(present, signIn.organizer())
                    .<Redemption>map(organizer -> new Redemption.Granted(with(organizer, person), false))
                    .orElse(new Redemption.Refused(OrganizerRefusal.UNKNOWN_CODE));
        } else if (invitation.grant() instanceof Grant.FirstAdmin first) {
            return hasAdmin(present)
                    ? new Redemption.Refused(OrganizerRefusal.ADMIN_THERE)
                    : join(present, first.name(), Role.ADMIN, person, at, newId);
        }
        Grant.Invited invited = (Grant.Invited) invitation.grant();
        return join(present, invited.name(), invited.role(), person, at, newId);
    }

    /** Why an organizer may not be removed, or empty if they may: an admin must remain to invite others. */
    public static Optional<OrganizerRefusal> remove(List<Organizer> present, String id, String by) {
        Optional<Organizer> whom = find(present, id);
        if (whom.isEmpty()) {
            return Optional.of(OrganizerRefusal.NOBODY);
        } else if (!by.equals(Organizers.OPERATOR) && !by.equals(id) && !isAdmin(present, by)) {
            return Optional.of(OrganizerRefusal.NOT_ALLOWED);
        }
        boolean isLast = whom.get().role() == Role.ADMIN
                && present.stream().filter(each -> each.role() == Role.ADMIN).count() == 1;
        return isLast ? Optional.of(OrganizerRefusal.LAST_ADMIN) : Optional.empty();
    }

    /** Why an organizer may not be renamed, or empty if they may. */
    public static Optional<OrganizerRefusal> rename(List<Organizer> present, String id, String name, String by) {
        if (find(present, id).isEmpty()) {
            return Optional.of(OrganizerRefusal.NOBODY);
        } else if (!by.equals(Organizers.OPERATOR) && !by.equals(id) && !isAdmin(present, by)) {
            return Optional.of(OrganizerRefusal.NOT_ALLOWED);
        }
        return name(present.stream().filter(each -> !each.id().equals(id)).toList(), name);
    }

    /** The organizer with an id. */
    public static Optional<Organizer> find(List<Organizer> present, String id) {
        return present.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The organizer that a person signs in as. */
    public static Optional<Organizer> signedIn(List<Organizer> present, String mark) {
        return present.stream()
                .filter(each ->
                        each.signIns().stream().anyMatch(signIn -> signIn.mark().equals(mark)))
                .findFirst();
    }

    /** The name in the audit trail for the author of a change. */
    public static String author(List<Organizer> present, String by) {
        return find(present, by).map(Organizer::name).orElse(by);
    }

    /** The name in the audit trail for the person a code is for. */
    public static String invited(List<Organizer> present, Grant grant) {
        if (grant instanceof Grant.FirstAdmin first) {
            return first.name();
        }
        return grant instanceof Grant.Invited invited
                ? invited.name()
                : author(present, ((Grant.SignIn) grant).organizer());
    }

    private static Redemption join(
            List<Organizer> present, String name, Role role, Organizer.SignIn person, Instant at, String newId) {
        // Somebody else may have got the name since the code was made.
        return name(present, name)
                .<Redemption>map(Redemption.Refused::new)
                .orElse(new Redemption.Granted(new Organizer(newId, name, role, List.of(person), at), true));
    }

    private static Organizer with(Organizer organizer, Organizer.SignIn person) {
        List<Organizer.SignIn> signIns = new ArrayList<>(organizer.signIns());
        signIns.add(person);
        return new Organizer(organizer.id(), organizer.name(), organizer.role(), signIns, organizer.since());
    }

    private static Optional<OrganizerRefusal> name(List<Organizer> present, String name) {
        boolean isName = !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
        if (!isName || name.equals(Organizers.OPERATOR)) {
            return Optional.of(OrganizerRefusal.BAD_NAME);
        }
        return present.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))
                ? Optional.of(OrganizerRefusal.NAME_TAKEN)
                : Optional.empty();
    }

    private static boolean hasAdmin(List<Organizer> present) {
        return present.stream().anyMatch(each -> each.role() == Role.ADMIN);
    }

    private static boolean isAdmin(List<Organizer> present, String id) {
        return find(present, id).filter(each -> each.role() == Role.ADMIN).isPresent();
    }
}
