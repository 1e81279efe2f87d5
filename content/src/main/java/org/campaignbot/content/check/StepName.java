package org.campaignbot.content.check;

/** A step, identified by its names. */
record StepName(String flow, String step) {

    @Override
    public String toString() {
        return flow + "/" + step;
    }
}
