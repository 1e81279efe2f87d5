package org.campaignbot.testkit.slack;

import java.util.List;
import java.util.Set;

/** A workspace as its people and administrators see it. */
public final class Workspace {

    private final World world;
    private final Team team;

    Workspace(World world, Team team) {
        this.world = world;
        this.team = team;
    }

    /** What Slack calls it. */
    public String id() {
        return team.id;
    }

    /** The bot's user here, as mentions name it. */
    public String botUser() {
        return team.botUserId();
    }

    /** Whether the app is installed here. */
    public boolean isInstalled() {
        return world.locked(() -> team.installation() != null);
    }

    /**
     * The token of the installation.
     *
     * @throws IllegalStateException where the app is not installed
     */
    public String botToken() {
        return world.locked(() -> {
            Installation live = team.installation();
            if (live == null) {
                throw new IllegalStateException("the app is not installed in " + team.id);
            }
            return live.token;
        });
    }

    /** Installs the app anew with some scopes, as an administrator without OAuth does; tells the token. */
    public String installs(Set<String> scopes) {
        return world.locked(() -> world.install(team, scopes).token);
    }

    /** A person in their direct messages with the bot. */
    public Talk talk(Person person) {
        return world.locked(() -> {
            world.knows(team, person);
            return new Talk(world, team, person, world.directOf(team, person), "");
        });
    }

    /** A person as a member of a channel; whoever is no member joins it first, which the app is told of where it is one. */
    public Talk talk(Person person, Channel channel) {
        return world.locked(() -> {
            world.knows(team, person);
            Room room = world.roomOf(team, channel);
            if (room.members.add(person.id())) {
                Delivery unused = world.events.joined(team, room, person.id(), null);
            }
            return new Talk(world, team, person, room, "");
        });
    }

    /** A person who only looks at a channel without joining it: they see nothing of a private one. */
    public Talk stranger(Person person, Channel channel) {
        return world.locked(() -> {
            world.knows(team, person);
            return new Talk(world, team, person, world.roomOf(team, channel), "");
        });
    }

    /** Somebody leaves a channel. */
    public void leaves(Person person, Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).members.remove(person.id()));
    }

    /** Somebody adds the bot to a channel. */
    public Delivery invitesBot(Person by, Channel channel) {
        return world.locked(() -> {
            world.knows(team, by);
            Room room = world.roomOf(team, channel);
            room.bots.add(team.id);
            return world.events.joined(team, room, team.botUserId(), by.id());
        });
    }

    /** Somebody removes the bot from a channel; the app is not told. */
    public void kicksBot(Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).bots.remove(team.id));
    }

    /** Archives a channel. */
    public void archives(Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).archived = true);
    }

    /** Lets only administrators write to a channel. */
    public void makesReadOnly(Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).readOnly = true);
    }

    /** Uninstalls the app: its token ends, and both {@code tokens_revoked} and {@code app_uninstalled} are sent, in no sure order. */
    public List<Delivery> uninstalls() {
        return world.locked(() -> {
            Installation live = team.installation();
            if (live == null) {
                throw new IllegalStateException("the app is not installed in " + team.id);
            }
            live.end("account_inactive");
            return List.of(world.events.tokensRevoked(team), world.events.uninstalled(team));
        });
    }

    /** Revokes the token without uninstalling the app. */
    public Delivery revokesToken() {
        return world.locked(() -> {
            Installation live = team.installation();
            if (live == null) {
                throw new IllegalStateException("the app is not installed in " + team.id);
            }
            live.end("token_revoked");
            return world.events.tokensRevoked(team);
        });
    }
}
