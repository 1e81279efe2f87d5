package org.campaignbot.app.serve;

import java.lang.reflect.Method;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.campaignbot.app.config.ServerSettings;
import org.campaignbot.conversation.ConversationKey;
import org.campaignbot.organizers.Grant;
import org.campaignbot.organizers.OneTimeCode;
import org.campaignbot.organizers.Organizer;
import org.campaignbot.organizers.Organizers;
import org.campaignbot.organizers.Redemption;
import org.campaignbot.organizers.Role;
import org.campaignbot.people.Address;
import org.campaignbot.people.Person;
import org.campaignbot.storage.Database;
import org.campaignbot.telegram.TelegramBot;
import org.campaignbot.web.WebChannel;
import org.campaignbot.web.console.ConsoleSite;
import org.campaignbot.web.console.SignInLinks;
import org.jspecify.annotations.Nullable;

/** The links into the console: for organizers in their chats, and the first one, for whoever sits at the server's terminal. */
final class ConsoleLinks {

    private static final String FIRST_NAME = "Admin";
    private static final String ACCOUNT = "console";

    private final SignInLinks links;
    private final Organizers organizers;
    private final ServerSettings settings;
    private final SecureRandom random = new SecureRandom();

    ConsoleLinks(Database database, ServerSettings settings) {
        this.links = new SignInLinks(settings.clock());
        this.organizers = database.organizers();
        this.settings = settings;
    }

    SignInLinks links() {
        return links;
    }

    /** A link for an organizer; empty if there's no console. */
    Optional<URI> link(Organizer organizer) {
        return address(links.path(organizer.id()));
    }

    /** The console's page that the app at an address opens in a window of its own: Telegram does, over https. */
    Optional<URI> inside(Address at) {
        URI console = settings.web().console();
        return console != null
                        && "https".equals(console.getScheme())
                        && at.channel().equals(TelegramBot.CHANNEL)
                ? address(ConsoleSite.INSIDE)
                : Optional.empty();
    }

    private Optional<URI> address(String path) {
        return Optional.ofNullable(settings.web().console()).map(console -> URI.create(console + path));
    }

    /**
     * What the operator is told at the start.
     *
     * @param isTerminal whether only the operator reads along, and no log
     */
    List<String> lines(boolean isTerminal) {
        URI console = settings.web().console();
        if (console == null) {
            return List.of();
        }
        Optional<String> first = first();
        if (first.isEmpty()) {
            return List.of(
                    "The organizers' console is at " + console + "/console. To sign in, type \"console\" to the bot.");
        } else if (!isTerminal) {
            return List.of("The organizers' console is at " + console
                    + "/console. ./bot claim makes the first admin, who types \"console\" to the bot.");
        }
        return List.of("Sign in to the organizers' console with this link. It works once, for "
                + SignInLinks.LIFE.toMinutes() + " minutes: " + console + first.get());
    }

    /** The path of a link that makes the first admin, or lets one in who has no chat to ask in; empty if there are others. */
    private Optional<String> first() {
        List<Organizer> admins = organizers.all().stream()
                .filter(each -> each.role() == Role.ADMIN)
                .toList();
        if (admins.isEmpty()) {
            return Optional.of(links.path(this::firstAdmin));
        }
        return admins.stream().allMatch(ConsoleLinks::isHereAlone)
                ? Optional.of(links.path(admins.get(0).id()))
                : Optional.empty();
    }

    private static boolean isHereAlone(Organizer organizer) {
        return organizer.signIns().stream().allMatch(each -> each.channel().equals(WebChannel.NAME));
    }

    /** Makes the first admin by the same code that {@code ./bot claim} gives; empty if somebody else became it meanwhile. */
    private Optional<String> firstAdmin() {
        OneTimeCode code = OneTimeCode.random(random);
        String name = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        ConversationKey here = new ConversationKey(
                new Address(WebChannel.NAME, ACCOUNT, name, null), new Person(WebChannel.NAME, name));
        return organizers
                                .invite(
                                        code,
                                        new Grant.FirstAdmin(FIRST_NAME),
                                        Organizers.OPERATOR,
                                        settings.clock().instant())
                                .isEmpty()
                        && organizers.redeem(
                                        code,
                                        here,
                                        ACCOUNT + "/" + name,
                                        settings.clock().instant())
                                instanceof Redemption.Granted granted
                ? Optional.of(granted.organizer().id())
                : Optional.empty();
    }

    /** Whether the operator sits at a terminal, so that what is printed reaches no log. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22, null says that there is no terminal
    static boolean isTerminal() {
        java.io.@Nullable Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too.
            Method isTerminal = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(isTerminal.invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
