package org.campaignbot.web.console;

import java.util.List;
import java.util.Map;
import org.campaignbot.web.WebReply;

/** How the server and its jobs are, as {@code /status} has it. */
public final class HealthPage {

    private HealthPage() {}

    /** The page. */
    public record Shown(boolean isUp, List<Group> groups) {}

    /** Jobs, or platforms. */
    public record Group(String key, List<Line> parts) {}

    /**
     * A job or a platform.
     *
     * @param last when it last succeeded, in words
     * @param fix what to do, in the server's own words; empty for nothing
     */
    public record Line(String name, String status, String since, String last, String fix) {}

    static WebReply show(ConsoleVisit visit) {
        DataHost.Pulse pulse = visit.host().data().pulse().get();
        Shown page = new Shown(
                pulse.isUp(),
                List.of(
                        new Group("jobs", lines(pulse.jobs(), visit)),
                        new Group("platforms", lines(pulse.platforms(), visit))));
        return visit.reply(200, "health", visit.page(visit.say("health.title"), "data", ""), Map.of("health", page));
    }

    private static List<Line> lines(List<DataHost.Pulse.Part> parts, ConsoleVisit visit) {
        return parts.stream()
                .map(each -> new Line(
                        visit.knows("health.job." + each.name()) ? visit.say("health.job." + each.name()) : each.name(),
                        each.status(),
                        visit.time(each.since()),
                        each.last() == null ? visit.say("health.never") : visit.time(each.last()),
                        each.fix()))
                .toList();
    }
}
