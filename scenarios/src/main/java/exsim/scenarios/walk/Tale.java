package exsim.scenarios.walk;

import com.google.common.collect.ImmutableList;
import exsim.simulator.delivery.Delivery;
import exsim.simulator.question.LessonAnswer;
import exsim.simulator.question.TypedCheck;

/**
 * What there is to tell.
 *
 * @param title the scenario's title
 * @param description its description, line by line
 * @param story what is told first, in paragraphs
 * @param deliveries what became of the messages
 * @param sessions what came of what is typed by hand
 * @param answers what the class is asked, each with the right answer
 */
public record Tale(
    String title,
    ImmutableList<String> description,
    ImmutableList<String> story,
    ImmutableList<Delivery> deliveries,
    ImmutableList<TypedCheck.Result> sessions,
    ImmutableList<LessonAnswer> answers) {}
