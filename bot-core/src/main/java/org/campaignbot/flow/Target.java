package org.campaignbot.flow;

/** Where a conversation goes next. */
public sealed interface Target {

    /** A step of the same flow. */
    record ToStep(String step) implements Target {}

    /** The first step of another flow. */
    record ToFlow(String flow) implements Target {}

    /** The first step of the flow that a fact names; the menu if there is no such flow. */
    record ToNamed(String fact) implements Target {}

    /** The rest of the step itself: what it says and asks after its Java part has run. */
    record Here() implements Target {}

    /** The question that was interrupted, asked again in full. */
    record Resume() implements Target {}

    /** The question that was interrupted, asked again briefly. */
    record Repeat() implements Target {}

    /** The question before the current one. */
    record Back() implements Target {}

    /** The pack's menu. */
    record Menu() implements Target {}

    /** The flow that visited this one; if none did, the question that was interrupted. */
    record Return() implements Target {}

    /** Nothing more in this turn; the waiting question keeps waiting. */
    record Stay() implements Target {}

    /** Nothing more until the person writes again. */
    record End() implements Target {}
}
