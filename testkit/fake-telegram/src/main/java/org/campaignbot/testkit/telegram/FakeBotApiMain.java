package org.campaignbot.testkit.telegram;

import java.nio.file.Path;

/**
 * Runs the fake in its own process: {@code --port P --token T --log FILE --limits on|off --memory everything|counts}.
 *
 * <p>It prints its port once it listens, takes control calls (see {@link Control}), and exits when its standard input ends, so
 * that it never outlives its parent.
 */
public final class FakeBotApiMain {

    private FakeBotApiMain() {}

    /**
     * Runs until the standard input ends.
     *
     * @param arguments pairs of a name and a value
     */
    public static void main(String[] arguments) throws Exception {
        try (FakeBotApi api = FakeBotApi.start(settings(arguments))) {
            api.control(new Control(api));
            System.out.println(api.port());
            while (System.in.read() >= 0) {
                // The input is ignored; only its end matters.
            }
        }
    }

    static FakeBotSettings settings(String... arguments) {
        FakeBotSettings settings = FakeBotSettings.DEFAULTS;
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            String value = arguments[index + 1];
            settings = switch (arguments[index]) {
                case "--port" -> settings.withPort(Integer.parseInt(value));
                case "--token" -> settings.withToken(value);
                case "--username" -> settings.withUsername(value);
                case "--log" -> settings.withLogFile(Path.of(value));
                case "--limits" -> settings.withLimits(value.equals("off") ? Limits.NONE : Limits.DOCUMENTED);
                case "--memory" ->
                    settings.remembering(
                            value.equals("counts") ? FakeBotSettings.Memory.COUNTS : FakeBotSettings.Memory.EVERYTHING);
                default -> throw new IllegalArgumentException("unknown argument " + arguments[index]);
            };
        }
        return settings;
    }
}
