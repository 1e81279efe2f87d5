package org.campaignbot.alert.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignbot.alert.Alert;
import org.campaignbot.alert.Alerts;
import org.campaignbot.alert.reader.AlertActionLog;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Person;
import org.jspecify.annotations.Nullable;

/** Records for each recipient of an alert what they did because of it. */
public final class AlertActions implements AlertActionLog {

    /** How long after the end of an alert an outcome counts for it: as long as its recipients are stored. */
    private static final Duration LATEST = Duration.ofDays(30);

    private final Alerts alerts;
    private final Recipients recipients;
    private final Function<Person, String> persons;
    private final Function<Alert, @Nullable String> counted;

    /**
     * Creates parts over the recipients of a store.
     *
     * @param persons the keyed hash of a person
     * @param counted the name under which the pack counts the action of an alert, or null if the pack no longer has it
     */
    public AlertActions(
            Alerts alerts,
            Recipients recipients,
            Function<Person, String> persons,
            Function<Alert, @Nullable String> counted) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.persons = persons;
        this.counted = counted;
    }

    @Override
    public void started(ConversationKey conversation, String alert, Instant at) {
        recipients.started(alert, persons.apply(conversation.person()));
    }

    @Override
    public void acted(ConversationKey conversation, Report report) {
        Set<String> about = about(report.action(), report.at());
        if (!about.isEmpty()) {
            recipients.told(about, persons.apply(conversation.person()), report.outcome(), report.turn());
        }
    }

    @Override
    public void tookBack(ConversationKey conversation, Report report) {
        Set<String> about = about(report.action(), report.at());
        if (!about.isEmpty()) {
            recipients.tookBack(about, persons.apply(conversation.person()), report.turn());
        }
    }

    private Set<String> about(String action, Instant at) {
        return alerts.all().stream()
                .filter(each -> each.began() != null)
                .filter(each -> each.ended() == null || at.isBefore(each.ended().plus(LATEST)))
                .filter(each -> action.equals(counted.apply(each)))
                .map(Alert::id)
                .collect(Collectors.toSet());
    }
}
