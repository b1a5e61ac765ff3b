/** A scenario told step by step, for a class: what happens, who decided it, and what was said. */
package exsim.scenarios.walk;
