package org.campaignbot.slack.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.people.Language;
import org.campaignbot.platform.Counts;
import org.campaignbot.platform.Troubles;
import org.campaignbot.slack.api.SlackCount;
import org.campaignbot.slack.api.SlackJson;
import org.campaignbot.slack.api.SlackOutcome;
import org.campaignbot.slack.api.SlackTrouble;
import org.campaignbot.slack.api.WebApi;
import org.campaignbot.slack.api.WebApi.Answer;
import org.campaignbot.slack.blocks.Buttons;
import org.campaignbot.slack.blocks.Forms;
import org.campaignbot.slack.blocks.RichTextBlocks;
import org.campaignbot.slack.workspace.Users;
import org.campaignbot.slack.workspace.Workspaces;
import org.campaignbot.workspace.Installation;
import org.jspecify.annotations.Nullable;

/**
 * Publishes Home tabs, each when its person opens it or presses something in it, never for everyone at once: Slack allows about a
 * hundred per minute (Tier 4).
 */
public final class HomeTab implements AutoCloseable {

    /** The maximum number of blocks in a Home tab. */
    private static final int MOST_BLOCKS = 100;

    private static final int LONGEST_HEADING = 150;
    private static final int THREADS = 2;

    /** The maximum number of waiting tabs; the rest are refreshed when the person opens them again. */
    private static final int WAITING = 500;

    private final WebApi api;
    private final Workspaces workspaces;
    private final Users users;
    private final HomeView view;
    private final Buttons buttons;
    private final Forms forms;
    private final Counts counts;
    private final Troubles troubles;
    private final ThreadPoolExecutor threads;

    public HomeTab(
            WebApi api,
            Workspaces workspaces,
            Users users,
            HomeView view,
            Buttons buttons,
            Forms forms,
            Counts counts,
            Troubles troubles) {
        this.api = api;
        this.workspaces = workspaces;
        this.users = users;
        this.view = view;
        this.buttons = buttons;
        this.forms = forms;
        this.counts = counts;
        this.troubles = troubles;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    Thread thread = new Thread(task, "slack-home");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, full) -> counts.add(SlackCount.HOME_NOT_PUBLISHED));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Publishes a person's current tab soon, without keeping Slack waiting. */
    public void show(ConversationKey own, @Nullable String hash) {
        threads.execute(() -> {
            boolean published;
            try {
                published = publish(own, hash);
            } catch (RuntimeException failure) {
                // The tab stays as it was and is published again when it's opened.
                published = false;
            }
            counts.add(published ? SlackCount.HOME_PUBLISHED : SlackCount.HOME_NOT_PUBLISHED);
        });
    }

    private boolean publish(ConversationKey own, @Nullable String hash) {
        Installation installation = workspaces.find(own.address().account()).orElse(null);
        if (installation == null) {
            return false;
        }
        Answer answer = publish(own, installation, hash);
        if (SlackOutcome.says(answer, "hash_conflict")) {
            // Another press was faster: publish once more what holds after both.
            answer = publish(own, installation, null);
        }
        if (SlackOutcome.says(answer, "not_enabled")) {
            troubles.met(SlackTrouble.HOME_TAB_OFF);
        } else if (answer instanceof Answer.Done) {
            troubles.over(SlackTrouble.HOME_TAB_OFF);
        }
        return answer instanceof Answer.Done;
    }

    private Answer publish(ConversationKey own, Installation installation, @Nullable String hash) {
        Language locale = users.of(installation, own.address().chat()).language();
        Optional<HomeContent> content = view.of(own, locale);
        if (content.isEmpty()) {
            return new Answer.NotSent("nothing to show");
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("user_id", own.address().chat());
        arguments.put("view", json(content.get(), own).toString());
        if (hash != null) {
            arguments.put("hash", hash);
        }
        return workspaces.told(installation.workspace(), api.call("views.publish", installation.botToken(), arguments));
    }

    /** The tab with this content. */
    JsonObject json(HomeContent content, ConversationKey own) {
        JsonArray blocks = new JsonArray();
        boolean formShown = false;
        int number = 0;
        for (HomeContent.Section section : content.sections()) {
            if (!section.heading().isEmpty()) {
                JsonObject header = SlackJson.typed("header");
                header.add("text", SlackJson.plainText(shortened(section.heading())));
                blocks.add(header);
            }
            if (!section.text().isEmpty()) {
                blocks.add(RichTextBlocks.of(section.text()));
            }
            if (section.form() != null && !formShown) {
                forms.addButton(blocks, section.form(), own);
                formShown = true;
            }
            buttons.addTo(blocks, "home-" + number + "-", section.choices(), number == 0);
            number++;
        }
        while (blocks.size() > MOST_BLOCKS) {
            blocks.remove(blocks.size() - 1);
        }
        JsonObject home = SlackJson.typed("home");
        home.add("blocks", blocks);
        return home;
    }

    private static String shortened(String heading) {
        return heading.length() <= LONGEST_HEADING ? heading : heading.substring(0, LONGEST_HEADING - 1) + "…";
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
