/** What people touch: scenario files in, reports out. */
package exsim.scenarios;
