import { bundleWorkflows } from '../../worker/bundle.js';

void bundleWorkflows().then(({ hash }) => {
  console.log(hash);
});
