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

    /** Its id on Slack. */
    public String id() {
        return team.id;
    }

    /** The bot's user here, as in mentions. */
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
     * @throws IllegalStateException if the app isn't installed
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

    /** Reinstalls the app with some scopes, as an administrator does without OAuth; returns the token. */
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

    /** A person in a channel; a non-member joins it first, and the app is told if it's a member. */
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

    /** A person who looks at a channel without joining it: they see nothing of a private one. */
    public Talk stranger(Person person, Channel channel) {
        return world.locked(() -> {
            world.knows(team, person);
            return new Talk(world, team, person, world.roomOf(team, channel), "");
        });
    }

    /** A person leaves a channel. */
    public void leaves(Person person, Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).members.remove(person.id()));
    }

    /** A person adds the bot to a channel. */
    public Delivery invitesBot(Person by, Channel channel) {
        return world.locked(() -> {
            world.knows(team, by);
            Room room = world.roomOf(team, channel);
            room.bots.add(team.id);
            return world.events.joined(team, room, team.botUserId(), by.id());
        });
    }

    /** The bot is removed from a channel; the app isn't told. */
    public void kicksBot(Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).bots.remove(team.id));
    }

    /** Archives a channel. */
    public void archives(Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).archived = true);
    }

    /** Allows only administrators to write in a channel. */
    public void makesReadOnly(Channel channel) {
        boolean unused = world.locked(() -> world.roomOf(team, channel).readOnly = true);
    }

    /**
     * Uninstalls the app: its token is revoked, and {@code tokens_revoked} and {@code app_uninstalled} are sent in either order.
     */
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
