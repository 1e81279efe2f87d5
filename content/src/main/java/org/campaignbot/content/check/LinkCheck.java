package org.campaignbot.content.check;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.campaignbot.content.problem.Place;
import org.campaignbot.content.problem.ProblemKind;
import org.campaignbot.flow.NamedHosts;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Template;
import org.campaignbot.flow.Template.SpanPattern;
import org.campaignbot.flow.Value;
import org.campaignbot.flow.Wording;
import org.campaignbot.flow.Words;
import org.campaignbot.message.LinkLook;
import org.campaignbot.message.Span;

/** Finds links whose destination readers can't judge: through a link shortener, or to a host that no record names. */
final class LinkCheck {

    private final PackCheck.Subject subject;
    private final NamedHosts named;

    private LinkCheck(PackCheck.Subject subject) {
        this.subject = subject;
        this.named = NamedHosts.of(subject.pack());
    }

    static void check(PackCheck.Subject subject) {
        LinkCheck check = new LinkCheck(subject);
        subject.eachStep((flow, step) -> {
            Set<URI> addresses = new TreeSet<>();
            wordings(step).flatMap(each -> each.byLanguage().values().stream()).forEach(words -> add(words, addresses));
            Place place = subject.outline().of(flow.name(), step.name());
            addresses.forEach(address -> check.check(address, place));
        });
        subject.pack().records().forEach((name, record) -> {
            if (record instanceof Value.Row row && row.fields().get("link") instanceof Value.Link link) {
                check.check(link.address(), subject.outline().of("records", name));
            }
        });
    }

    private static Stream<Wording> wordings(Step step) {
        return Stream.of(step.say(), step.ask() == null ? null : step.ask().question())
                .flatMap(Stream::ofNullable);
    }

    private void check(URI address, Place place) {
        if (LinkLook.isShortened(address)) {
            subject.report(ProblemKind.SHORT_LINK, place, address + " hides where it leads");
        } else if (!named.name(address)) {
            subject.report(
                    ProblemKind.UNNAMED_HOST,
                    place,
                    "no record names " + LinkLook.host(address) + ", where a link leads");
        }
    }

    private static void add(Words words, Set<URI> addresses) {
        if (words instanceof Words.Said said) {
            said.template().blocks().stream()
                    .flatMap(block -> block.lines().stream())
                    .flatMap(line -> line.stream())
                    .forEach(span -> add(span, addresses));
        } else if (words instanceof Words.Several several) {
            several.parts().forEach(each -> add(each, addresses));
        } else if (words instanceof Words.Chosen chosen) {
            chosen.forms().values().forEach(each -> add(each, addresses));
        } else if (words instanceof Words.Each each) {
            add(each.item(), addresses);
        }
    }

    private static void add(SpanPattern span, Set<URI> addresses) {
        if (span instanceof Template.Strong strong) {
            strong.spans().forEach(each -> add(each, addresses));
        } else if (span instanceof Template.Emphasis emphasis) {
            emphasis.spans().forEach(each -> add(each, addresses));
        } else if (span instanceof Template.Fixed fixed && fixed.span() instanceof Span.Link link) {
            addresses.add(link.address());
        }
    }
}
