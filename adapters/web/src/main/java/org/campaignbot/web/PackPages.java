package org.campaignbot.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.campaignbot.conversation.Engine;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.flow.Action;
import org.campaignbot.flow.Answer;
import org.campaignbot.flow.Command;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.campaignbot.flow.Step;
import org.campaignbot.flow.Target;
import org.campaignbot.flow.Value;
import org.campaignbot.message.Block;
import org.campaignbot.message.RichText;
import org.campaignbot.message.Span;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** What a pack says as pages: its texts without its questions, in one language, at one instant. */
public record PackPages(Engine engine, Language language, Instant now) {

    private static final String LEARN = "learn";
    private static final String CALL = "call";

    /** The answers whose steps tell more of the same, by the names that packs give them. */
    private static final Set<String> TELL_MORE = Set.of("more", "sources", "article");

    /**
     * A part of a page.
     *
     * @param heading its own heading; empty if it has none, or if it only repeats the page's title
     */
    public record Part(String heading, RichText text) {

        /** A text whose first paragraph, if all of it is strong, is its heading. */
        static Part of(RichText text, String title) {
            List<Block> blocks = text.blocks();
            if (!blocks.isEmpty()
                    && blocks.get(0) instanceof Block.Paragraph first
                    && first.spans().size() == 1
                    && first.spans().get(0) instanceof Span.Strong strong) {
                String heading = strong.visible();
                return new Part(
                        heading.replaceFirst("[.:]$", "").equalsIgnoreCase(title) ? "" : heading,
                        new RichText(blocks.subList(1, blocks.size())));
            }
            return new Part("", text);
        }
    }

    /** A page of a pack. */
    public record Topic(String id, String title, List<Part> parts) {
        public Topic {
            parts = List.copyOf(parts);
        }
    }

    /** Topics that belong together. */
    public record Section(String title, List<Topic> topics) {
        public Section {
            topics = List.copyOf(topics);
        }
    }

    /**
     * Something that can be done now.
     *
     * @param links the paragraphs of its first message that have a link, so that nobody has to open a chat for it; empty if none has
     * @param isPage whether it's something to read, with more behind its answers, and so has a page like a topic's
     */
    public record Deed(String title, String flow, RichText links, boolean isPage) {

        /** One that starts in a chat. */
        public static Deed inChat(String title, String flow) {
            return new Deed(title, flow, RichText.EMPTY, false);
        }
    }

    /**
     * Why to act now.
     *
     * @param lead what to know first
     * @param rest the facts behind it, with their dates; empty if there are none
     */
    public record Why(RichText lead, RichText rest) {}

    /**
     * What a pack says about privacy.
     *
     * @param lines its first list, which sums up the rest
     * @param parts all but that list
     */
    public record Privacy(RichText lines, List<Part> parts) {
        public Privacy {
            parts = List.copyOf(parts);
        }
    }

    private Pack pack() {
        return engine.pack();
    }

    /** What the campaign is called. */
    String title() {
        return engine.packTitle(language, now);
    }

    /** What the bot is, in a sentence or two; empty if the pack doesn't say. */
    String about() {
        return in(pack().profile().about());
    }

    /** What people read before they start, paragraph by paragraph. */
    List<String> description() {
        String text = in(pack().profile().description());
        return text.isEmpty() ? List.of() : List.of(text.strip().split("\n\n"));
    }

    private String in(Value.@Nullable Translated words) {
        return words == null ? "" : words.in(language);
    }

    /** What can be done now, in the pack's order. */
    public List<Deed> deeds() {
        return Action.all(pack().records())
                .filter(each -> each.on(EasternTime.dateAt(now)).isOpen() && pack().flow(each.flow()) != null)
                .map(each -> deed(words(each.title()), each.flow()))
                .toList();
    }

    private Deed deed(String title, String name) {
        Flow flow = pack().flow(name);
        if (flow == null || flow.first().say() == null) {
            return Deed.inChat(title, name);
        }
        RichText links = new RichText(
                words(flow.first()).blocks().stream().filter(PackPages::hasLink).toList());
        boolean tellsMore = answers(flow.first()).stream()
                .anyMatch(answer -> more(flow, answer).isPresent());
        return new Deed(title, name, links, tellsMore);
    }

    private static boolean hasLink(Block block) {
        return block instanceof Block.Paragraph paragraph
                && paragraph.spans().stream().anyMatch(Span.Link.class::isInstance);
    }

    private String words(Value title) {
        return title instanceof Value.Translated translated
                ? translated.in(language)
                : title instanceof Value.Text text ? text.text() : "";
    }

    /** Why to call now, with the day of it; empty if the pack doesn't say. */
    Optional<Why> why() {
        Flow call = pack().flow(CALL);
        Step why = call == null ? null : call.step("why");
        if (why == null || why.say() == null) {
            return Optional.empty();
        }
        List<Block> blocks = words(why).blocks();
        int lead = Math.min(1, blocks.size());
        return Optional.of(
                new Why(new RichText(blocks.subList(0, lead)), new RichText(blocks.subList(lead, blocks.size()))));
    }

    /** What stands above the topics, such as where things stand. */
    Optional<RichText> learn() {
        Flow learn = pack().flow(LEARN);
        return learn == null || learn.first().say() == null ? Optional.empty() : Optional.of(words(learn.first()));
    }

    /** Whether there is anything to read. */
    boolean hasTopics() {
        return pack().flow(LEARN) != null;
    }

    /** All topics without their texts, as the pack's menus arrange them. */
    public List<Section> topics() {
        Flow learn = pack().flow(LEARN);
        List<Section> sections = new ArrayList<>();
        for (Flow section : learn == null ? List.<Flow>of() : next(learn)) {
            List<Topic> topics = next(section).stream()
                    .filter(each -> each.first().say() != null && !each.name().equals(LEARN))
                    .map(each -> new Topic(each.name(), title(each), List.of()))
                    .toList();
            if (section.first().say() == null && !topics.isEmpty()) {
                sections.add(new Section(title(section), topics));
            }
        }
        return sections;
    }

    /** A topic with its texts, or what is to be read as a deed. */
    Optional<Topic> topic(String id) {
        Stream<String> topics =
                topics().stream().flatMap(section -> section.topics().stream().map(Topic::id));
        return Stream.concat(topics, deeds().stream().filter(Deed::isPage).map(Deed::flow))
                .filter(id::equals)
                .findFirst()
                .map(this::page);
    }

    /** What the pack says about privacy. */
    Topic privacy() {
        return page("privacy");
    }

    /** A page about privacy with its first list apart. */
    static Privacy summedUp(Topic topic) {
        Block lines = topic.parts().stream()
                .flatMap(part -> part.text().blocks().stream())
                .filter(Block.Items.class::isInstance)
                .findFirst()
                .orElse(null);
        return new Privacy(
                lines == null ? RichText.EMPTY : new RichText(List.of(lines)),
                topic.parts().stream()
                        .map(part -> new Part(
                                part.heading(),
                                new RichText(part.text().blocks().stream()
                                        .filter(block -> block != lines)
                                        .toList())))
                        .toList());
    }

    /** The card for urgent help, without the line that leads to it in another language: a page has a link for that. */
    Topic urgent() {
        Topic card = page(urgentFlow());
        return new Topic(
                card.id(),
                card.title(),
                card.parts().stream()
                        .map(part -> new Part(
                                part.heading(),
                                new RichText(part.text().blocks().stream()
                                        .filter(block -> !isForAnotherLanguage(block))
                                        .toList())))
                        .toList());
    }

    private String urgentFlow() {
        Command command = pack().profile().command("urgent_help");
        return command == null ? "other-danger" : command.flow();
    }

    private static boolean isForAnotherLanguage(Block block) {
        return block instanceof Block.Paragraph paragraph
                && !paragraph.spans().isEmpty()
                && paragraph.spans().get(0) instanceof Span.Emphasis;
    }

    /** The flows that words start, in this language. */
    Map<String, String> heard() {
        return pack().heard(language);
    }

    /** The paths of the flows that have pages of their own. */
    Map<String, String> paths() {
        Map<String, String> paths = new HashMap<>();
        topics().forEach(section -> section.topics().forEach(topic -> paths.put(topic.id(), "/topics/" + topic.id())));
        deeds().stream().filter(Deed::isPage).forEach(deed -> paths.put(deed.flow(), "/topics/" + deed.flow()));
        paths.put(LEARN, "/topics");
        paths.put("lawmakers", "/lawmakers");
        paths.put("privacy", "/privacy");
        paths.put(urgentFlow(), "/urgent");
        return paths;
    }

    private String title(Flow flow) {
        return engine.title(flow.name(), language, now);
    }

    /** The flows that the answers of a flow lead to, in order. */
    private List<Flow> next(Flow flow) {
        Map<String, Flow> next = new LinkedHashMap<>();
        for (Step step : flow.steps().values()) {
            for (Answer answer : answers(step)) {
                Flow to = answer.then() instanceof Target.ToFlow there ? pack().flow(there.flow()) : null;
                if (to != null) {
                    next.putIfAbsent(to.name(), to);
                }
            }
        }
        return List.copyOf(next.values());
    }

    /** The texts of a flow: that of its first step, and those that its answers tell more by. */
    private Topic page(String name) {
        Flow flow = pack().flow(name);
        if (flow == null) {
            throw new IllegalStateException("the pack has no flow " + name);
        }
        Map<String, RichText> parts = new LinkedHashMap<>();
        collect(flow, flow.first(), parts);
        String title = title(flow);
        return new Topic(
                name,
                title,
                parts.values().stream().map(text -> Part.of(text, title)).toList());
    }

    private void collect(Flow flow, Step step, Map<String, RichText> parts) {
        if (step.say() == null || parts.containsKey(step.name())) {
            return;
        }
        parts.put(step.name(), words(step));
        for (Answer answer : answers(step)) {
            more(flow, answer).ifPresent(next -> collect(flow, next, parts));
        }
    }

    /** The step by which an answer tells more of the same. */
    private static Optional<Step> more(Flow flow, Answer answer) {
        return TELL_MORE.contains(answer.name()) && answer.then() instanceof Target.ToStep to
                ? Optional.ofNullable(flow.step(to.step()))
                : Optional.empty();
    }

    private static List<Answer> answers(Step step) {
        return step.ask() == null ? List.of() : step.ask().answers();
    }

    private RichText words(Step step) {
        return engine.words(step, Map.of(), language, now);
    }
}
