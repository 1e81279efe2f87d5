package org.campaignbot.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A phone number of the United States as people write it. */
final class TypedNumber {

    /** As {@code 2022245922}, {@code (202) 224-5922}, {@code 202.224.5922} or {@code +1 202 224 5922}. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\+?1[-. ]*)?\\(?([2-9][0-9]{2})\\)?[-. ]*([0-9]{3})[-. ]*([0-9]{4})");

    private TypedNumber() {}

    /** The number as cards show it, {@code 202-224-5922}; anything else as it is. */
    static String read(String typed) {
        Matcher written = WRITTEN.matcher(typed.strip());
        return Kind.PHONE.accepts().test(typed) || !written.matches()
                ? typed
                : written.group(1) + "-" + written.group(2) + "-" + written.group(3);
    }
}
