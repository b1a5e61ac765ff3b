/** Traces as text, JSON, JUnit XML and the rest. */
package exsim.scenarios.report;
