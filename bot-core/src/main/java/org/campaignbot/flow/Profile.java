package org.campaignbot.flow;

import java.util.List;
import org.campaignbot.flow.Value.Translated;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign's bot presents itself where a platform shows more than its messages.
 *
 * @param commands what a platform's command list offers, in this order; at most 100
 * @param about what the bot is, in at most 120 characters; null if the campaign doesn't say
 * @param description what people read before they start, in at most 512 characters; null if the campaign doesn't say
 * @param location the words around a button that shares a position; null if the pack has none
 * @param form the words around a form; null if the pack has none
 * @param install the words around an installation; null if the pack has none
 */
public record Profile(
        List<Command> commands,
        @Nullable Translated about,
        @Nullable Translated description,
        @Nullable LocationWords location,
        @Nullable FormWords form,
        @Nullable InstallWords install) {

    /** An empty profile. */
    public static final Profile NONE = new Profile(List.of(), null, null, null, null, null);

    public Profile {
        commands = List.copyOf(commands);
    }

    /** The command with a name, or null. */
    public @Nullable Command command(String name) {
        return commands.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * The words around a button that shares a position, on platforms that show it apart from the question.
     *
     * @param button what the button says, at most 40 characters
     * @param invite the line sent with it
     * @param thanks the line that removes it, once the question is answered
     */
    public record LocationWords(Translated button, Translated invite, Translated thanks) {}

    /**
     * The words around a form, on platforms that have forms.
     *
     * @param open the button that opens it, at most 40 characters
     * @param send the button that sends it, at most 24
     * @param cancel the button that closes it, at most 24
     * @param tooLong the message for a field that is too long
     * @param read who may read what is written outside a form, shown beside a form's button
     */
    public record FormWords(Translated open, Translated send, Translated cancel, Translated tooLong, Translated read) {}

    /**
     * The words around an installation, on platforms where groups of people install the bot themselves.
     *
     * @param done that it is installed, and how to begin
     * @param failed that it isn't, and what to do
     * @param absent what people are told where it isn't installed, or no longer is
     */
    public record InstallWords(Translated done, Translated failed, Translated absent) {}
}
