// Jobs for the workshop, the worker of workshop.js. It adds to window.toolyard:
//   work(job, input)  has a job done: a promise of its output. It waits for the
//                     workshop, which the first job, or the loader when the page
//                     is usable, brings
//   openWorkshop()    brings it
// A workshop that can't be loaded, ends or does nothing for too long fails the
// jobs that it has, and only those: the next one brings another.
"use strict";

(() => {
  const addresses = document.currentScript.dataset;
  const longest = 30_000; // milliseconds that a job may take, once the workshop is there
  let workshop; // {worker, jobs, ready}; undefined where there is none
  let last = 0;

  window.toolyard.openWorkshop = () => {
    workshop ??= open();
  };

  window.toolyard.work = (job, input) => new Promise((resolve, reject) => {
    window.toolyard.openWorkshop();
    const id = ++last;
    workshop.jobs.set(id, { resolve, reject, timer: undefined });
    if (workshop.ready) limit(workshop, id);
    workshop.worker.postMessage({ id, job, input });
  });

  function open() {
    const opened = { worker: new Worker(addresses.workshop), jobs: new Map(), ready: false };
    opened.worker.onmessage = ({ data }) => {
      if (data.failed !== undefined) return close(opened, data.failed);
      if (data.ready) {
        opened.ready = true;
        for (const id of opened.jobs.keys()) limit(opened, id);
        return;
      }
      const job = opened.jobs.get(data.id);
      opened.jobs.delete(data.id);
      clearTimeout(job?.timer);
      if (data.error === undefined) job?.resolve(data.output);
      else job?.reject(new Error(data.error));
    };
    opened.worker.onerror = (event) => close(opened, event.message || "the workshop could not be loaded");
    opened.worker.postMessage({
      support: new URL(addresses.support, document.baseURI).href,
      program: new URL(addresses.program, document.baseURI).href,
    });
    return opened;
  }

  function limit(opened, id) {
    opened.jobs.get(id).timer = setTimeout(() => close(opened, "no answer for too long"), longest);
  }

  function close(closed, why) {
    closed.worker.terminate();
    if (workshop === closed) workshop = undefined;
    for (const job of closed.jobs.values()) {
      clearTimeout(job.timer);
      job.reject(new Error(why));
    }
    closed.jobs.clear();
  }
})();
